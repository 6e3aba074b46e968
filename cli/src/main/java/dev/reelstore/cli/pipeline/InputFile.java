package dev.reelstore.cli.pipeline;

import java.nio.file.Path;

/**
 * A file that the user asked for.
 *
 * @param given its path as the user would write it
 * @param absolute where it is
 */
public record InputFile(Path given, Path absolute) {

    /** A file under the path by which it was named. */
    public static InputFile of(Path given) {
        return new InputFile(given, given.toAbsolutePath().normalize());
    }
}
