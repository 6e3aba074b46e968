package dev.reelstore.cli;

import dev.reelstore.adapter.postgres.PostgresSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a store is.
 *
 * @param data the data directory, absolute; beside a server of the user's own only the default place of renditions
 * @param own how to reach the user's own server, or null for the data directory's
 */
record StoreAddress(Path data, @Nullable PostgresSettings own) {}
