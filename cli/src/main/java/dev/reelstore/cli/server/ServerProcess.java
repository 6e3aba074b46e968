package dev.reelstore.cli.server;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a process is that is named as the server of a cluster: process ids are used again, above all in containers. */
enum ServerProcess {
    /** The server of that very cluster. */
    OURS,
    /** A PostgreSQL, but not by its command line that of the cluster. */
    OTHER_POSTGRES,
    /** Dead, dead but not buried, or no PostgreSQL at all. */
    GONE;

    private static final String PROGRAM = "postgres";
    private static final Charset FILE_NAMES =
            Charset.forName(System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name()));
    private static final Path PROC = Path.of("/proc");

    static ServerProcess of(long pid, Path cluster) {
        if (pid <= 0) {
            return GONE;
        }
        return Files.isDirectory(PROC.resolve("self")) ? fromProc(pid, cluster) : fromHandle(pid, cluster);
    }

    private static ServerProcess fromProc(long pid, Path cluster) {
        Path process = PROC.resolve(Long.toString(pid));
        try {
            String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            String program = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            if (state == 'Z' || state == 'X' || !program.equals(PROGRAM)) {
                return GONE;
            }
            String commandLine = new String(Files.readAllBytes(process.resolve("cmdline")), FILE_NAMES);
            return judge(Arrays.asList(commandLine.split("\0")), cluster);
        } catch (IOException | IndexOutOfBoundsException e) {
            return GONE;
        }
    }

    private static ServerProcess fromHandle(long pid, Path cluster) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .filter(info -> info.command().orElse("").endsWith("/" + PROGRAM))
                .map(info -> judge(Arrays.asList(info.arguments().orElse(new String[0])), cluster))
                .orElse(GONE);
    }

    private static ServerProcess judge(List<String> arguments, Path cluster) {
        return arguments.contains(cluster.toString()) ? OURS : OTHER_POSTGRES;
    }
}
