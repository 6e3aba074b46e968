package dev.reelstore.fire.process;

import dev.reelstore.testkit.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data directory of a {@code reelstore} command, seen from outside: its server's process, and a way into it. */
record DataDirectory(Path path) {

    private static final int PORT_LINE = 3;

    /** A server as it is now, if there is one that answers and has jobs, so that its tables are all there. */
    Optional<Trail> server() throws IOException {
        List<String> lines = pidFile();
        if (lines.size() <= PORT_LINE || !Files.exists(path.resolve("password"))) {
            return Optional.empty();
        }
        String password = Files.readString(path.resolve("password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/reelstore?connectTimeout=2";
        Trail server = new Trail(new TestDatabase(url, "reelstore", password));
        try {
            return server.ask("SELECT id FROM reelstore.job LIMIT 1").isEmpty()
                    ? Optional.empty()
                    : Optional.of(server);
        } catch (SQLException starting) {
            return Optional.empty();
        }
    }

    /** Kills the server and all its processes by SIGKILL; whether there was one. */
    boolean killServer() throws IOException {
        List<String> lines = pidFile();
        Optional<ProcessHandle> postmaster = lines.isEmpty() || !lines.get(0).matches("[0-9]+")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0))).filter(this::works);
        postmaster.ifPresent(server -> {
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(server), server.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
        });
        return postmaster.isPresent();
    }

    /** Moves the store's time on, as if nothing had happened for so long. */
    static void pass(Trail server, Duration time) throws SQLException {
        server.execute("""
                CREATE TABLE IF NOT EXISTS public.passed (time interval);
                INSERT INTO public.passed VALUES ('%d seconds');
                CREATE OR REPLACE FUNCTION reelstore.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS
                    'SELECT pg_catalog.clock_timestamp() + (SELECT sum(p.time) FROM public.passed p)'""".formatted(time.toSeconds()));
    }

    private boolean works(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains(cluster().toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private List<String> pidFile() throws IOException {
        try {
            return Files.readAllLines(cluster().resolve("postmaster.pid"));
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private Path cluster() throws IOException {
        Path elsewhere = path.resolve("cluster-location");
        Path home =
                Files.exists(elsewhere) ? Path.of(Files.readString(elsewhere).strip()) : path;
        return home.resolve("cluster");
    }
}
