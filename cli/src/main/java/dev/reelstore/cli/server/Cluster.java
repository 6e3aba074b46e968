package dev.reelstore.cli.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Makes the directory in which PostgreSQL keeps the data: all of it, or nothing. */
final class Cluster {
    private static final Duration CREATION = Duration.ofSeconds(120);
    private static final String ONLY_LOOPBACK = "host all all 127.0.0.1/32 scram-sha-256\n";

    private Cluster() {}

    static void create(Home home, Binaries binaries, String password, Consumer<String> progress) {
        progress.accept("Creating the database in " + home.cluster());
        Account owner = home.launcher().owner();
        Path fresh = home.directory().resolve("cluster.new");
        Path passwordCopy = home.directory().resolve("cluster.password");
        try {
            prepare(fresh, owner);
            FileTree.writePrivately(passwordCopy, password + "\n", owner);
            Tool.Result result = Tool.run(
                    home.launcher().command(initdb(binaries, fresh, passwordCopy)), home.directory(), CREATION);
            if (!result.succeeded()) {
                throw new EmbeddedServerException("cannot create the database in " + home.directory() + " ("
                        + home.launcher().name() + "): " + result.lastLines() + Remedy.of(result.output()));
            }
            FileTree.attempt("write", fresh, () -> Files.writeString(fresh.resolve("pg_hba.conf"), ONLY_LOOPBACK));
            FileTree.attempt("rename", fresh, () -> Files.move(fresh, home.cluster(), StandardCopyOption.ATOMIC_MOVE));
        } finally {
            FileTree.attempt("delete", passwordCopy, () -> Files.deleteIfExists(passwordCopy));
        }
    }

    private static void prepare(Path fresh, Account owner) {
        FileTree.delete(fresh);
        FileTree.attempt("create", fresh, () -> {
            Files.createDirectory(fresh);
            FileTree.setMode(fresh, "rwx------");
            FileTree.giveTo(owner, fresh);
            return fresh;
        });
    }

    /** The built-in locale depends on no C library, so that an update of the system cannot spoil an index. */
    private static List<String> initdb(Binaries binaries, Path cluster, Path passwordFile) {
        return List.of(
                binaries.program("initdb"),
                "--pgdata=" + cluster,
                "--username=" + EmbeddedServer.USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
    }
}
