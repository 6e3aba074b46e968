package dev.reelstore.acceptance.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Libraries as {@code group:artifact}, told by three witnesses that do not know of each other. */
final class Parts {

    private static final Pattern IN_JAR = Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern MANAGED = Pattern.compile("(?s)<(dependencyManagement|build|profiles)>.*?</\\1>");
    private static final JsonMapper JSON = new JsonMapper();

    private Parts() {}

    /** What the bill of materials names. */
    static Set<String> billed(String bill) {
        Set<String> names = new TreeSet<>();
        for (JsonNode component : JSON.readTree(bill).path("components")) {
            names.add(component.path("group").asString() + ":"
                    + component.path("name").asString());
        }
        return names;
    }

    /** Those of others in the bill that lack a version, a hash or a licence. */
    static Set<String> incomplete(String bill) {
        Set<String> names = new TreeSet<>();
        for (JsonNode component : JSON.readTree(bill).path("components")) {
            String group = component.path("group").asString();
            if (!group.equals("dev.reelstore")
                    && (component.path("version").asString().isEmpty()
                            || component.path("hashes").isEmpty()
                            || component.path("licenses").isEmpty())) {
                names.add(group + ":" + component.path("name").asString());
            }
        }
        return names;
    }

    /** What a jar with everything in it says it was put together from. */
    static Set<String> inside(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                Stream<String> names = file.stream().map(Object::toString)) {
            return names.map(IN_JAR::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1) + ":" + found.group(2))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** What the modules that are published ask for themselves, and not for their tests alone. */
    static Set<String> declared(Path root) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path pom : modules.map(module -> module.resolve("pom.xml"))
                    .filter(Files::exists)
                    .toList()) {
                String text = Files.readString(pom);
                if (!text.contains("<maven.deploy.skip>true")) {
                    DEPENDENCY
                            .matcher(MANAGED.matcher(text).replaceAll(""))
                            .results()
                            .map(found -> found.group(1))
                            .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                            .forEach(dependency ->
                                    names.add(value(dependency, "groupId") + ":" + value(dependency, "artifactId")));
                }
            }
        }
        return names;
    }

    private static String value(String xml, String element) {
        return xml.replaceAll("(?s).*<" + element + ">(.*?)</" + element + ">.*", "$1");
    }
}
