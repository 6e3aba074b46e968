package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.database.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** A primary and a standby that streams from it, of the embedded programs, on loopback. */
final class ReplicatedServers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NAME = "postgres";

    /** What a copy of a running server must not have. */
    private static final Set<String> LEFT_EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_internal.init");

    private final Path folder;
    private final EmbeddedPostgres primary;
    private final int standbyPort;
    private InstalledServer standby;

    private ReplicatedServers(Path folder, EmbeddedPostgres primary, int standbyPort) {
        this.folder = folder;
        this.primary = primary;
        this.standbyPort = standbyPort;
    }

    static ReplicatedServers start(Path folder) throws Exception {
        EmbeddedPostgres primary = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("primary"))
                .setServerConfig("wal_keep_size", "256MB")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(PATIENCE)
                .start();
        ReplicatedServers servers = new ReplicatedServers(folder, primary, InstalledServer.freePort());
        servers.copy();
        servers.startStandby();
        return servers;
    }

    TestDatabase primary() {
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + primary.getPort() + "/" + NAME, NAME, "");
    }

    TestDatabase standby() {
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + standbyPort + "/" + NAME, NAME, "");
    }

    void startStandby() throws Exception {
        Path programs = Path.of(ask(primary(), "SELECT setting FROM pg_config WHERE name = 'BINDIR'"));
        standby = InstalledServer.serve(programs, folder, folder.resolve("standby"), standbyPort);
    }

    void killStandby() {
        standby.close();
    }

    /** Returns when the standby has all that was written until now. What nobody committed is sent along with a commit. */
    static void awaitReplay(TestDatabase primary, TestDatabase standby) {
        ask(primary, "SELECT pg_logical_emit_message(TRUE, 'test', 'all before this')");
        String place = ask(primary, "SELECT pg_current_wal_flush_lsn()::text");
        long begin = System.nanoTime();
        while (!ask(standby, "SELECT pg_last_wal_replay_lsn() >= '" + place + "'")
                .equals("t")) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError("the standby does not reach " + place);
            }
            Thread.onSpinWait();
        }
    }

    static String ask(TestDatabase database, String question) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException failed) {
            throw new AssertionError(question, failed);
        }
    }

    @Override
    public void close() {
        standby.close();
        try {
            primary.close();
            delete(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** As a base backup does it, whose program is not among the embedded ones. */
    private void copy() throws Exception {
        Path from = folder.resolve("primary");
        Path to = folder.resolve("standby");
        try (Connection connection = primary().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('standby', TRUE)");
            Files.walkFileTree(from, new Copying(from, to));
            try (ResultSet stopped = statement.executeQuery("SELECT labelfile FROM pg_backup_stop()")) {
                stopped.next();
                Files.writeString(to.resolve("backup_label"), stopped.getString(1));
            }
        }
        Files.createDirectories(to.resolve("pg_wal/archive_status"));
        Files.createDirectories(to.resolve("pg_wal/summaries"));
        Files.createFile(to.resolve("standby.signal"));
        Files.writeString(
                to.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + primary.getPort() + " user=" + NAME + "'\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    }

    /** The files of a server that goes on writing: what vanishes meanwhile is in its log. */
    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Path name = from.relativize(folder);
            Files.createDirectories(to.resolve(name.toString()));
            return LEFT_EMPTY.contains(name.toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!LEFT_OUT.contains(file.getFileName().toString())) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
