package dev.reelstore.adapter.postgres;

import org.jspecify.annotations.Nullable;

/**
 * By what a server knows a transaction after its commit. A server that has been started since may give the same number to
 * another transaction, and another server knows nothing of it.
 *
 * @param transaction its number, or null where it has changed nothing so far
 * @param process the server's process that worked on it
 * @param server when this server was started, and its address and port as it knows them, if the connection has any
 */
record CommitMark(@Nullable String transaction, int process, String server) {

    /** As the statements answer it, in one column: each unit reads one, and almost none looks into it. */
    static CommitMark parse(String text) {
        String[] parts = text.split(" ", 3);
        return new CommitMark(parts[0].isEmpty() ? null : parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    String text() {
        return (transaction == null ? "" : transaction) + " " + process + " " + server;
    }
}
