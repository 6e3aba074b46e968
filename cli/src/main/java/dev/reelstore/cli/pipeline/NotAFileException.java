package dev.reelstore.cli.pipeline;

import java.io.IOException;
import java.nio.file.Path;

/** The path leads to something that has no content of its own to read. */
final class NotAFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean directory;

    NotAFileException(Path path, boolean directory) {
        super(path.toString());
        this.directory = directory;
    }

    boolean directory() {
        return directory;
    }
}
