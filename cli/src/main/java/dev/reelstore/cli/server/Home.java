package dev.reelstore.cli.server;

import java.nio.file.Path;

/**
 * Where the server's files are: in the data directory, or in the shelter if only root can reach that.
 *
 * @param directory holds the cluster, the unpacked PostgreSQL and the server's log
 * @param launcher runs PostgreSQL's programs here
 */
record Home(Path directory, Launcher launcher) {
    Path cluster() {
        return directory.resolve("cluster");
    }

    Path log() {
        return directory.resolve("server.log");
    }
}
