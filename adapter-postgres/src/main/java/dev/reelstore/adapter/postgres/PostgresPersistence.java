package dev.reelstore.adapter.postgres;

import dev.reelstore.adapter.postgres.tables.SqlGateway;
import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Closing;
import dev.reelstore.domain.Health;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.unit.ForwardingStores;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.value.Check;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import javax.sql.DataSource;

/** The store in a PostgreSQL database, version 14 or later, in its schema {@code reelstore}. Safe from any thread. */
public final class PostgresPersistence extends ForwardingStores implements Persistence {

    private static final String PRIMARY = "database";

    private final ConnectionSource source;
    private final Replicas replicas;
    private final Bell bell;
    private final PostgresUnitOfWork units;
    private final StandaloneScope scope;
    private final PostgresStores stores;
    private final SqlGateway tables;
    private final PostgresSignals signals;
    private final Health health;

    private PostgresPersistence(ConnectionSource source, List<Replica> replicas, Duration patience) {
        this.source = source;
        this.replicas = new Replicas(source, replicas, patience);
        this.bell = new Bell(source);
        this.units = new PostgresUnitOfWork(source, this.replicas, bell);
        this.scope = units.alone();
        this.stores = new PostgresStores(scope);
        this.tables = new SqlGateway(new OwnTransactions(source, units));
        this.signals = new PostgresSignals(source);
        this.health = new PostgresHealth(source);
    }

    /**
     * Opens a pool of its own, which closes with this, and sees to the schema.
     *
     * @throws dev.reelstore.domain.failure.StoreException when the database cannot be reached, or its schema is not as
     *     the settings ask
     */
    public static PostgresPersistence open(PostgresSettings settings) {
        DataSource plain = PlainDataSource.of(Check.present("settings", settings));
        return new PostgresPersistence(
                new PooledConnections(PRIMARY, settings, plain, ready(settings, plain)),
                replicas(
                        settings.ofReplicas(),
                        (name, replica) -> new PooledConnections(name, replica, PlainDataSource.ofReplica(replica))),
                settings.replicaWait());
    }

    /** Migrates in a session: a lock that belongs to one would get lost behind a pooler. */
    private static ReadyConnection ready(PostgresSettings settings, DataSource plain) {
        if (settings.pooler() == null || settings.schema() != SchemaMode.MIGRATE) {
            return new ReadyConnection(Schema.prepared(plain, settings.schema()));
        }
        PostgresSettings session = settings.session();
        if (session == null) {
            return new ReadyConnection(Schema.prepared(plain, SchemaMode.VALIDATE));
        }
        Schema.prepare(PlainDataSource.of(session), SchemaMode.MIGRATE);
        return new ReadyConnection(null);
    }

    private static <T> List<Replica> replicas(List<T> places, BiFunction<String, T, ConnectionSource> connections) {
        List<Replica> replicas = new ArrayList<>();
        for (T place : places) {
            String name = "replica " + (replicas.size() + 1);
            replicas.add(new Replica(name, connections.apply(name, place)));
        }
        return replicas;
    }

    /** As {@link #on(DataSource, DataSourceSettings)} with the defaults: migrates. */
    public static PostgresPersistence on(DataSource dataSource) {
        return on(dataSource, DataSourceSettings.DEFAULT);
    }

    /**
     * Borrows connections from the caller's DataSource and never closes it. It must hand out connections of its own, not
     * one that is part of an open transaction. While somebody listens for signals, one connection is kept.
     *
     * @throws dev.reelstore.domain.failure.StoreException when the database cannot be reached, or its schema is not as
     *     the settings ask
     */
    public static PostgresPersistence on(DataSource dataSource, DataSourceSettings settings) {
        Check.present("dataSource", dataSource);
        Check.present("settings", settings);
        Schema.prepare(dataSource, settings.schema());
        return new PostgresPersistence(
                new BorrowedConnections(PRIMARY, dataSource, settings.limits()),
                replicas(
                        settings.replicas(),
                        (name, replica) -> new BorrowedConnections(name, replica, settings.limits())),
                settings.replicaWait());
    }

    /**
     * The stores in the transaction that the caller has open on its connection: what they do commits or rolls back with
     * it, as does the wake-up of workers. Nothing is committed, rolled back, repeated, set or closed here, and a key that
     * is taken does not abort the transaction. After any other {@link dev.reelstore.domain.failure.StoreException} the
     * caller should roll back. The schema must be there. To be used by one thread at a time, as the connection is.
     *
     * @throws dev.reelstore.domain.failure.StoreOperationException when the connection is in auto-commit mode, here or at
     *     any later call
     */
    public static Stores joining(Connection connection) {
        return new PostgresStores(new JoiningScope(Check.present("connection", connection)));
    }

    /** The user's own tables in this database, in the same units of work. */
    public SqlGateway tables() {
        return tables;
    }

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return units;
    }

    @Override
    public Signals signals() {
        return signals;
    }

    @Override
    public Handover handover() {
        return scope.requests();
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public Instant now() {
        return scope.<Instant>read("now", session -> session.store().now());
    }

    @Override
    public ReadToken token() {
        source.requireOpen();
        if (units.active()) {
            throw ReadToken.insideUnit();
        }
        try {
            return replicas.token();
        } catch (SQLException failed) {
            source.requireOpen();
            throw SqlFailures.whileConnecting("token", failed);
        } catch (RuntimeException failed) {
            throw SqlFailures.of("token", failed);
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.SHARED, Capability.HANDOVER);
    }

    @Override
    public void close() {
        Closing.all(List.of(signals, bell, replicas, source));
    }
}
