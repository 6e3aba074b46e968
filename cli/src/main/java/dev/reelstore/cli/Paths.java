package dev.reelstore.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/** Makes paths of what was typed. */
final class Paths {

    private Paths() {}

    /** The path, refused where the locale has no letters for it: Java cannot name such files then. */
    static Path of(String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException unmappable) {
            throw new TypeConversionException(
                    "it has letters that this locale does not know; set LC_ALL=C.UTF-8, or name"
                            + " the directory instead");
        }
    }
}
