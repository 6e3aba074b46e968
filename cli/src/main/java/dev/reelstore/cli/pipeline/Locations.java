package dev.reelstore.cli.pipeline;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Paths as text and back. A file's name is bytes, and not all bytes are text: a path that would not come back the same
 * is written as its {@code file:} URI, which escapes them.
 */
final class Locations {

    private static final String URI_SCHEME = "file:";

    private Locations() {}

    /** The text of an absolute path. */
    static String write(Path path) {
        return isText(path) ? path.toString() : path.toUri().toString();
    }

    /** The path, or null where the text is none on this machine. */
    static @Nullable Path read(String text) {
        try {
            Path path = text.startsWith(URI_SCHEME) ? Path.of(URI.create(text)) : Path.of(text);
            return path.isAbsolute() ? path : null;
        } catch (IllegalArgumentException | FileSystemNotFoundException foreign) {
            return null;
        }
    }

    /** Whether programs that are started with this path as text find the file. */
    static boolean isText(Path path) {
        try {
            return Path.of(path.toString()).equals(path);
        } catch (InvalidPathException unmappable) {
            return false;
        }
    }
}
