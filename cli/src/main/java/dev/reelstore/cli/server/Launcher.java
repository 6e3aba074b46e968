package dev.reelstore.cli.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way to run PostgreSQL's programs as a user that they accept: they refuse to run as root.
 *
 * @param name for messages
 * @param prefix what comes before the program on the command line
 * @param owner who must own the cluster for the server to run this way
 */
record Launcher(String name, List<String> prefix, Account owner) {
    private static final Duration PROBE = Duration.ofSeconds(10);
    private static final List<Path> FOLDERS =
            Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin").map(Path::of).toList();

    /** How root can become somebody else. */
    enum Means {
        /** util-linux: sets the numbers, needs no entry in the list of users. */
        SETPRIV,
        /** util-linux, where setpriv is a package of its own. */
        RUNUSER,
        /**
         * A new user namespace, in which root is nobody in particular: it still owns root's files, and nothing else.
         * Many containers refuse it.
         */
        UNSHARE
    }

    Launcher {
        prefix = List.copyOf(prefix);
    }

    /** For everyone but root. */
    static Launcher direct(Account self) {
        return new Launcher("directly", List.of(), self);
    }

    /**
     * The launcher of that kind, if its program is installed. {@link Means#UNSHARE} leaves the files to root.
     */
    static Optional<Launcher> of(Means means, Account account) {
        return switch (means) {
            case SETPRIV ->
                program("setpriv")
                        .map(path -> new Launcher(
                                "setpriv as " + account.name(),
                                List.of(
                                        path,
                                        "--reuid=" + account.uid(),
                                        "--regid=" + account.gid(),
                                        "--clear-groups",
                                        "--inh-caps=-all",
                                        "--"),
                                account));
            case RUNUSER ->
                program("runuser")
                        .map(path -> new Launcher(
                                "runuser as " + account.name(), List.of(path, "-u", account.name(), "--"), account));
            case UNSHARE -> program("unshare").map(path -> new Launcher("unshare", List.of(path, "-U", "--"), account));
        };
    }

    private static Optional<String> program(String name) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** Tries it for real: whether it is permitted, and whether who runs then reaches that directory. */
    Tool.Result enter(Path directory) {
        return Tool.run(
                command(List.of(
                        "/bin/sh",
                        "-c",
                        "test -x \"$0\" || { echo \"cannot enter $0\"; exit 1; }",
                        directory.toString())),
                Path.of("/"),
                PROBE);
    }
}
