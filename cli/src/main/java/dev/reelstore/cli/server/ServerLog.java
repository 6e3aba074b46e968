package dev.reelstore.cli.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The server's log: appended to over many starts, kept below a size that matters, quoted in failures. */
final class ServerLog {
    private static final long ROTATE_BYTES = 8 << 20;
    private static final int QUOTED_BYTES = 8 << 10;
    private static final int QUOTED_LINES = 12;

    private final Path path;

    ServerLog(Path path) {
        this.path = path;
    }

    /**
     * Makes it writable for the user that the server runs as; to be called while no server runs.
     *
     * @return its length, from which {@link #since} quotes
     */
    long prepare(Account owner) {
        return FileTree.attempt("write", path, () -> {
            if (Files.exists(path) && Files.size(path) > ROTATE_BYTES) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.exists(path)) {
                Files.createFile(path);
                FileTree.setMode(path, "rw-------");
            }
            FileTree.giveTo(owner, path);
            return Files.size(path);
        });
    }

    long length() {
        return FileTree.attempt("read", path, () -> Files.exists(path) ? Files.size(path) : 0L);
    }

    /** The last lines that were written after that length was reached. */
    String since(long length) {
        try (FileChannel channel = FileChannel.open(path)) {
            long from = Math.max(length, channel.size() - QUOTED_BYTES);
            ByteBuffer buffer = ByteBuffer.allocate(QUOTED_BYTES);
            channel.read(buffer, from);
            List<String> lines = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size()));
        } catch (IOException e) {
            return "(" + path + " cannot be read: " + e + ")";
        }
    }
}
