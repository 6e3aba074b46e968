package dev.reelstore.acceptance.sql;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;

/**
 * One file of a published module, or one planted for a test.
 *
 * @param name its path in the project
 * @param text what stands in it
 */
record Source(String name, String text) {

    /** All that is no test, Java, mappers and migrations alike. */
    static List<Source> published(Path root) throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.filter(Source::isPublished).toList()) {
                try (Stream<Path> files = Files.walk(module.resolve("src/main"))) {
                    for (Path file : files.filter(file -> file.toString().matches(".*\\.(java|xml|sql)"))
                            .toList()) {
                        sources.add(new Source(root.relativize(file).toString(), Files.readString(file)));
                    }
                }
            }
        }
        return sources;
    }

    private static boolean isPublished(Path module) {
        Path pom = module.resolve("pom.xml");
        try {
            return Files.exists(pom)
                    && Files.isDirectory(module.resolve("src/main"))
                    && !Files.readString(pom).contains("<maven.deploy.skip>true");
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    boolean isJava() {
        return name.endsWith(".java");
    }

    /** For the compiler. */
    SimpleJavaFileObject forCompiler() {
        return new SimpleJavaFileObject(
                URI.create("string:///" + name.replaceAll(".*src/main/java/", "")), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
