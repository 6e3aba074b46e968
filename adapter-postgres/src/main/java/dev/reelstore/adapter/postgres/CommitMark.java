package dev.reelstore.adapter.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what a server knows a transaction after its commit. A server that has been started since may give the same number to
 * another transaction, and another server knows nothing of it.
 *
 * @param transaction its number, or null where it has changed nothing so far
 * @param serverStart when this server was started
 * @param server address and port as the server knows them, empty where the connection has none
 * @param process the server's process that worked on it
 */
record CommitMark(@Nullable String transaction, Instant serverStart, String server, int process) {}
