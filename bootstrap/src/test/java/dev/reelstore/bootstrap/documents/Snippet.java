package dev.reelstore.bootstrap.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of Java in a document.
 *
 * @param document the file, relative to the project's root
 * @param line where it begins
 * @param code what a reader would copy
 */
record Snippet(Path document, int line, String code) {

    private static final Pattern JAVA_BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

    /** All blocks of README.md and of everything under docs. */
    static List<Snippet> all(Path root) {
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(Stream.of(root.resolve("README.md")), docs.sorted())
                    .filter(file -> file.toString().endsWith(".md"))
                    .flatMap(file -> in(root, file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Snippet> in(Path root, Path file) {
        try {
            String text = Files.readString(file);
            return JAVA_BLOCK.matcher(text).results().map(block -> of(root.relativize(file), text, block));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Snippet of(Path document, String text, MatchResult block) {
        int line = (int) text.substring(0, block.start(1)).lines().count() + 1;
        return new Snippet(document, line, block.group(1));
    }

    @Override
    public String toString() {
        return document + ":" + line;
    }
}
