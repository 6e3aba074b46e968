package dev.reelstore.cli.server;

/** A user of the operating system, by name and by numbers. */
record Account(String name, long uid, long gid) {
    static final long ROOT = 0;

    boolean isRoot() {
        return uid == ROOT;
    }
}
