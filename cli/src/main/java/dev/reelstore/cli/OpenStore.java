package dev.reelstore.cli;

import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.SchemaMode;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.adapter.postgres.tables.SqlGateway;
import dev.reelstore.application.Reelstore;
import dev.reelstore.cli.server.EmbeddedServer;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.StoreException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store in use; closed, it leaves the server of a data directory too. */
final class OpenStore implements AutoCloseable {

    private static final PoolSettings FEW = PoolSettings.fixed(1, 4);
    private static final int MOST_CONNECTIONS = 20;

    private final @Nullable EmbeddedServer server;
    private final PostgresPersistence plain;
    private final Reelstore reelstore;

    private OpenStore(@Nullable EmbeddedServer server, PostgresPersistence plain) {
        this.server = server;
        this.plain = plain;
        this.reelstore = Reelstore.on(plain);
    }

    /**
     * Opens the store, and makes it first where there is none.
     *
     * @param workers how many jobs will be worked on at once
     * @param progress is told what takes time
     */
    static OpenStore forWork(StoreAddress address, int workers, Consumer<String> progress) {
        return open(address, PoolSettings.fixed(1, Math.min(MOST_CONNECTIONS, workers + 4)), progress);
    }

    /**
     * Opens a store that is there, to look at it or to change a few things.
     *
     * @throws CommandException when there is none
     */
    static OpenStore forReading(StoreAddress address) {
        PostgresSettings own = address.own();
        if (own != null) {
            return own(
                    own.schema(SchemaMode.VALIDATE).pool(FEW), ", and that 'reelstore process' has made a store there");
        }
        if (!EmbeddedServer.exists(address.data())) {
            throw new CommandException("there is no store in " + address.data()
                    + " yet: 'reelstore process' makes one, and --data names another directory");
        }
        return open(address, FEW, line -> {});
    }

    private static OpenStore own(PostgresSettings settings, String besides) {
        try {
            return new OpenStore(null, PostgresPersistence.open(settings));
        } catch (StoreException failure) {
            throw new CommandException(
                    "cannot use the database of --url: " + failure.getMessage()
                            + "; see that it runs, and that --url, --user and REELSTORE_PASSWORD are right" + besides,
                    failure);
        }
    }

    private static OpenStore open(StoreAddress address, PoolSettings pool, Consumer<String> progress) {
        PostgresSettings own = address.own();
        if (own != null) {
            return own(own.pool(pool), "");
        }
        EmbeddedServer server = EmbeddedServer.attach(address.data(), progress);
        try {
            PostgresSettings settings =
                    PostgresSettings.of(server.jdbcUrl(), server.user(), Secret.of(server.password()));
            return new OpenStore(server, PostgresPersistence.open(settings.pool(pool)));
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    Reelstore reelstore() {
        return reelstore;
    }

    Persistence persistence() {
        return reelstore.persistence();
    }

    /** The database beside the store. */
    SqlGateway tables() {
        return plain.tables();
    }

    @Override
    public void close() {
        try {
            reelstore.close();
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }
}
