package dev.reelstore.cli.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running, or killed, server says about itself in its {@code postmaster.pid}.
 *
 * @param pid 0 if the file is not whole
 * @param port 0 if the server has not got that far
 */
record PidFile(long pid, int port) {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    static Path path(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    static Optional<PidFile> read(Path cluster) {
        Path path = path(cluster);
        return FileTree.attempt("read", path, () -> {
            try {
                List<String> lines = Files.readAllLines(path, StandardCharsets.ISO_8859_1);
                return Optional.of(new PidFile(number(lines, PID_LINE), (int) number(lines, PORT_LINE)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    private static long number(List<String> lines, int index) {
        String line = index < lines.size() ? lines.get(index).strip() : "";
        return line.matches("[0-9]{1,9}") ? Long.parseLong(line) : 0;
    }

    static void delete(Path cluster) {
        FileTree.attempt("delete", path(cluster), () -> Files.deleteIfExists(path(cluster)));
    }
}
