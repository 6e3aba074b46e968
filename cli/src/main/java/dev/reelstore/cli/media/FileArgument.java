package dev.reelstore.cli.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file's name as FFmpeg takes it: absolute and with its protocol, so that no dash, colon or percent sign in it means
 * anything.
 *
 * <p>A name that is no text in the locale's encoding cannot be handed to another program by Java, and one with a line
 * break could put words into FFmpeg's mouth. Such a file is reached through a link in a folder of its own, which
 * {@link #close} removes.
 */
final class FileArgument implements AutoCloseable {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    private final Path reachable;
    private final @Nullable Path folder;

    private FileArgument(Path reachable, @Nullable Path folder) {
        this.reachable = reachable;
        this.folder = folder;
    }

    static FileArgument of(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        if (isPlain(absolute)) {
            return new FileArgument(absolute, null);
        }
        Path folder = Files.createTempDirectory("reelstore-name");
        return new FileArgument(Files.createSymbolicLink(folder.resolve("file"), absolute), folder);
    }

    private static boolean isPlain(Path path) {
        try {
            return !BREAKS.matcher(path.toString()).find()
                    && Path.of(path.toString()).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "file:" + reachable;
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            Files.deleteIfExists(reachable);
            Files.deleteIfExists(folder);
        }
    }
}
