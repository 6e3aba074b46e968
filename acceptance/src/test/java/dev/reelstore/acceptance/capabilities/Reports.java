package dev.reelstore.acceptance.capabilities;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the tests of the modules before this one reported.
 *
 * @param cases every test that ran, those that were skipped left out
 */
record Reports(Set<Case> cases) {

    private static final Pattern PARAMETERS = Pattern.compile("[({\\[ ].*");

    private static final String CONTRACT = "Contract";

    /** A test of one module that ran to its end. */
    record Case(String module, String type, String method) {}

    static Reports of(Path root) throws IOException, XMLStreamException {
        Set<Case> ran = new HashSet<>();
        for (Path report : list(root)) {
            read(report, root.relativize(report).getName(0).toString(), ran);
        }
        return new Reports(Set.copyOf(ran));
    }

    /** The modules in which a test ran; of a part of the contract, those of the adapters' classes that run it. */
    Set<String> modulesThatRan(Capability.NamedTest test) {
        String stem = test.type().endsWith(CONTRACT)
                ? test.type().substring(0, test.type().length() - CONTRACT.length()) + "Test"
                : test.type();
        Set<String> modules = new HashSet<>();
        for (Case ran : cases) {
            boolean same = test.type().equals(stem)
                    ? ran.type().equals(stem)
                    : ran.type().endsWith(stem);
            if (same && ran.method().equals(test.method())) {
                modules.add(ran.module());
            }
        }
        return modules;
    }

    private static List<Path> list(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path module : modules) {
                Path reports = module.resolve("target/surefire-reports");
                if (Files.isDirectory(reports)) {
                    try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
                        files.forEach(found::add);
                    }
                }
            }
        }
        return found;
    }

    private static void read(Path report, String module, Set<Case> ran) throws IOException, XMLStreamException {
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            Case current = null;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    current = switch (xml.getLocalName()) {
                        case "testcase" -> testCase(module, xml);
                        case "skipped", "failure", "error" -> null;
                        default -> current;
                    };
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("testcase")
                        && current != null) {
                    ran.add(current);
                }
            }
        }
    }

    private static @Nullable Case testCase(String module, XMLStreamReader xml) {
        String type = xml.getAttributeValue(null, "classname");
        String method = xml.getAttributeValue(null, "name");
        if (type == null || method == null) {
            return null;
        }
        return new Case(
                module,
                type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1),
                PARAMETERS.matcher(method).replaceFirst(""));
    }
}
