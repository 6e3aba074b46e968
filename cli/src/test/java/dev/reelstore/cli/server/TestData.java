package dev.reelstore.cli.server;

import dev.reelstore.cli.server.Launcher.Means;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A data directory for a test, in a folder through which everybody may pass, and what tests do with its server. */
record TestData(Path directory, Path shelter) {
    static TestData in(Path temporary) {
        try {
            FileTree.setMode(temporary, "rwxr-xr-x");
            return new TestData(temporary.toRealPath().resolve("data"), temporary.resolve("shelter"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Host host() {
        return host(List.of(Means.values()));
    }

    Host host(List<Means> means) {
        Host current = Host.current();
        return new Host(current.self(), current.servants(), means, shelter);
    }

    EmbeddedServer attach() {
        return EmbeddedServer.attach(directory, line -> {}, host());
    }

    Path cluster() {
        return directory.resolve("cluster");
    }

    /** The process that works on the cluster now. */
    long serverPid() {
        return PidFile.read(cluster()).orElseThrow().pid();
    }

    static boolean runs(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }

    static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server)) {
            connection.createStatement().execute(sql);
        }
    }

    static String query(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
