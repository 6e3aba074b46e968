package dev.reelstore.cli.server;

import java.util.Map;
import java.util.TreeMap;

/** What to do about the failures of PostgreSQL that its own words do not explain to a user of this command. */
final class Remedy {
    private static final Map<String, String> BY_SYMPTOM = new TreeMap<>(Map.of(
            "No space left on device",
            "the disk is full: free some space, or choose another data directory with --data",
            "Permission denied",
            "a file is not ours or the file system forbids to run programs: choose another data directory with --data",
            "Read-only file system",
            "the file system is read-only: choose another data directory with --data",
            "is not compatible with this version",
            "the database was made by another major version of PostgreSQL: use the reelstore that made it, or choose"
                    + " another data directory with --data",
            "error while loading shared libraries",
            "the system lacks a library that PostgreSQL needs: install it, or give reelstore a server of your own with"
                    + " --url",
            "already exists",
            "another PostgreSQL seems to work on this directory: stop it; if there is none, delete postmaster.pid in"
                    + " the directory of the database"));

    private Remedy() {}

    /** A sentence to append to the output, or nothing. */
    static String of(String output) {
        return BY_SYMPTOM.entrySet().stream()
                .filter(entry -> output.contains(entry.getKey()))
                .map(entry -> "; " + entry.getValue())
                .findFirst()
                .orElse("");
    }
}
