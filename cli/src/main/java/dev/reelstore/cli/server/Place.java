package dev.reelstore.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a server runs: containers that share a data directory do not see each other's processes and loopback ports, so
 * that a server which seems to be dead may well be alive.
 */
final class Place {
    private final Path home;
    private final Path file;
    private final String here;

    private Place(Path home, String here) {
        this.home = home;
        this.file = home.resolve("server.place");
        this.here = here;
    }

    static Place of(Home home) {
        return new Place(home.directory(), namespace("pid") + " " + namespace("net"));
    }

    private static String namespace(String kind) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns", kind)).toString();
        } catch (IOException e) {
            return kind;
        }
    }

    /** To be called before a server is started here. */
    void mark() {
        FileTree.writePrivately(file, here, FileTree.owner(home));
    }

    /** Refuses if others use a server that cannot be seen from here. */
    void check(boolean othersUseIt) {
        if (othersUseIt && Files.exists(file) && !FileTree.read(file).equals(here)) {
            throw new EmbeddedServerException("the database in " + home + " is in use by a reelstore command"
                    + " in another container, whose server cannot be reached from here: wait until that command has"
                    + " ended, or let both use one server with --url");
        }
    }
}
