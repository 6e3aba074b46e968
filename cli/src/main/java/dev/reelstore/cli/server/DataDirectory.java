package dev.reelstore.cli.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The data directory of one use, and what has to be done to its server.
 *
 * <p>{@link #ensureRunning} and {@link #stop} are called by one process at a time, see {@link Membership}.
 */
final class DataDirectory {

    private final Path path;
    private final Host host;
    private final Consumer<String> progress;
    private @Nullable String password;

    private DataDirectory(Path path, Host host, Consumer<String> progress) {
        this.path = path;
        this.host = host;
        this.progress = progress;
    }

    static DataDirectory open(Path given, Host host, Consumer<String> progress) {
        FileTree.createReachable(given.toAbsolutePath().normalize());
        Path path = FileTree.attempt("open", given, given::toRealPath);
        if (path.toString().matches("(?s).*[\"$`\\\\\\n\\r].*")) {
            throw new EmbeddedServerException("the data directory " + path + " has a character in its name that"
                    + " PostgreSQL's programs cannot take (one of \" $ ` \\ or a line break): choose another one with"
                    + " --data");
        }
        return new DataDirectory(path, host, progress);
    }

    Path path() {
        return path;
    }

    /** Known once the server runs. */
    String password() {
        if (password == null) {
            throw new IllegalStateException("the server of " + path + " was not started");
        }
        return password;
    }

    int ensureRunning(boolean othersPresent) {
        HomeSearch search = new HomeSearch(path, host);
        Home home = search.find();
        Binaries binaries = Binaries.install(home.directory(), progress);
        PasswordFile file = new PasswordFile(path, FileTree.owner(path));
        boolean exists = Files.isDirectory(home.cluster());
        String word = exists ? file.read() : file.create();
        password = word;
        if (!exists) {
            Cluster.create(home, binaries, word, progress);
        }
        search.remember(home);
        return new ClusterServer(home, binaries, word, progress).ensureRunning(othersPresent);
    }

    void stop() {
        Home home = new HomeSearch(path, host).find();
        new ClusterServer(home, Binaries.install(home.directory(), progress), password(), progress).stop();
    }
}
