package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a database, and how patient to be. Made with {@code of(…)} and withers. Shows no password.
 *
 * <p>Connections are encrypted and the server's certificate and name are checked ({@code sslmode=verify-full}) unless the
 * host is this machine or the URL sets {@code sslmode}.
 *
 * @param url {@code jdbc:postgresql://host:port/database?…}, without credentials; what its parameters say wins over the
 *     other settings
 * @param user who connects, 1 to 63 characters
 * @param password the user's password
 * @param pool how many connections
 * @param connectTimeout how long making a connection may take, 1 s or more, in whole seconds
 * @param socketTimeout after how long without an answer a connection counts as lost, in whole seconds and longer than
 *     the limit of a statement; zero for never
 * @param limits how long the server lets transactions wait
 * @param schema what a start does about the schema
 * @param applicationName shown by {@code pg_stat_activity}, 1 to 63 characters
 * @param replicas the URLs of physical standbys that may answer reads, at most 16, for the same account, with a pool of
 *     the same size each; none of them need be up
 * @param replicaWait how long a read waits for a replica, to connect or to be fresh enough, before it goes to the
 *     primary, 250 ms to 1 min
 * @param pooler what stands between the store and its server, and its replicas; null where each connection is a session
 */
public record PostgresSettings(
        String url,
        String user,
        Secret password,
        PoolSettings pool,
        Duration connectTimeout,
        Duration socketTimeout,
        Limits limits,
        SchemaMode schema,
        String applicationName,
        List<String> replicas,
        Duration replicaWait,
        @Nullable TransactionPooler pooler) {

    /** @throws InvalidDataException when a value breaks its rule; the message names it */
    public PostgresSettings {
        url = PostgresUrl.parse(url).text();
        user = Check.text("user", user, 63);
        Check.present("password", password);
        Check.present("pool", pool);
        connectTimeout = wholeSeconds("connectTimeout", connectTimeout, 1);
        socketTimeout = wholeSeconds("socketTimeout", socketTimeout, 0);
        Check.present("limits", limits);
        Check.present("schema", schema);
        applicationName = Check.text("applicationName", applicationName, 63);
        replicas = Check.present("replicas", replicas).stream()
                .map(replica -> PostgresUrl.parse(replica).text())
                .toList();
        Check.range("number of replicas", replicas.size(), 0, 16);
        replicaWait = DataSourceSettings.checkedWait(replicaWait);
        requireSocketToOutlive(limits.statement(), socketTimeout);
    }

    /** The defaults for this database. */
    public static PostgresSettings of(String url, String user, Secret password) {
        return new PostgresSettings(
                url,
                user,
                password,
                PoolSettings.DEFAULT,
                Duration.ofSeconds(5),
                Duration.ofSeconds(40),
                Limits.DEFAULT,
                SchemaMode.MIGRATE,
                "reelstore",
                List.of(),
                DataSourceSettings.REPLICA_WAIT,
                null);
    }

    /** The defaults for this database. */
    public static PostgresSettings of(String host, int port, String database, String user, Secret password) {
        return of(PostgresUrl.of(host, port, database).text(), user, password);
    }

    /** The same with a pool of this size. */
    public PostgresSettings pool(PoolSettings value) {
        return new PostgresSettings(
                url,
                user,
                password,
                value,
                connectTimeout,
                socketTimeout,
                limits,
                schema,
                applicationName,
                replicas,
                replicaWait,
                pooler);
    }

    /** The same with this limit for making a connection. */
    public PostgresSettings connectTimeout(Duration value) {
        return new PostgresSettings(
                url,
                user,
                password,
                pool,
                value,
                socketTimeout,
                limits,
                schema,
                applicationName,
                replicas,
                replicaWait,
                pooler);
    }

    /** The same with this limit for an answer. */
    public PostgresSettings socketTimeout(Duration value) {
        return new PostgresSettings(
                url,
                user,
                password,
                pool,
                connectTimeout,
                value,
                limits,
                schema,
                applicationName,
                replicas,
                replicaWait,
                pooler);
    }

    /** The same with these limits. */
    public PostgresSettings limits(Limits value) {
        return new PostgresSettings(
                url,
                user,
                password,
                pool,
                connectTimeout,
                socketTimeout,
                value,
                schema,
                applicationName,
                replicas,
                replicaWait,
                pooler);
    }

    /** The same, doing this about the schema. */
    public PostgresSettings schema(SchemaMode value) {
        return new PostgresSettings(
                url,
                user,
                password,
                pool,
                connectTimeout,
                socketTimeout,
                limits,
                value,
                applicationName,
                replicas,
                replicaWait,
                pooler);
    }

    /** The same under this name. */
    public PostgresSettings applicationName(String value) {
        return new PostgresSettings(
                url,
                user,
                password,
                pool,
                connectTimeout,
                socketTimeout,
                limits,
                schema,
                value,
                replicas,
                replicaWait,
                pooler);
    }

    /** The same with replicas at these URLs. */
    public PostgresSettings replicas(String... urls) {
        return new PostgresSettings(
                url,
                user,
                password,
                pool,
                connectTimeout,
                socketTimeout,
                limits,
                schema,
                applicationName,
                List.of(urls),
                replicaWait,
                pooler);
    }

    /** The same, waiting so long for a replica. */
    public PostgresSettings replicaWait(Duration value) {
        return new PostgresSettings(
                url,
                user,
                password,
                pool,
                connectTimeout,
                socketTimeout,
                limits,
                schema,
                applicationName,
                replicas,
                value,
                pooler);
    }

    /** The same behind this pooler, or behind none. */
    public PostgresSettings pooler(@Nullable TransactionPooler value) {
        return new PostgresSettings(
                url,
                user,
                password,
                pool,
                connectTimeout,
                socketTimeout,
                limits,
                schema,
                applicationName,
                replicas,
                replicaWait,
                value);
    }

    /** How a session of the server's is had, or null where there is no way to one. */
    @Nullable
    PostgresSettings session() {
        if (pooler == null) {
            return this;
        }
        String direct = pooler.directUrl();
        return direct == null ? null : elsewhere(direct, pool, schema, null);
    }

    /** How each of the replicas is reached. */
    List<PostgresSettings> ofReplicas() {
        PoolSettings patient = pool.maxWait().compareTo(replicaWait) < 0 ? pool : pool.maxWait(replicaWait);
        return replicas.stream()
                .map(replica -> elsewhere(replica, patient, SchemaMode.OFF, pooler))
                .toList();
    }

    private PostgresSettings elsewhere(
            String there, PoolSettings size, SchemaMode mode, @Nullable TransactionPooler between) {
        return new PostgresSettings(
                there,
                user,
                password,
                size,
                connectTimeout,
                socketTimeout,
                limits,
                mode,
                applicationName,
                List.of(),
                replicaWait,
                between);
    }

    private static Duration wholeSeconds(String field, Duration value, long least) {
        Duration given = Check.duration(field, value);
        if (given.toSeconds() < least || given.getNano() != 0 || given.toSeconds() > 2_000_000) {
            throw new InvalidDataException(
                    field + " is " + given + ": it must be whole seconds, " + least + " to 2000000", null);
        }
        return given;
    }

    private static void requireSocketToOutlive(Duration statement, Duration socket) {
        if (!socket.isZero() && (statement.isZero() || socket.compareTo(statement) <= 0)) {
            throw new InvalidDataException(
                    "socketTimeout is " + socket + ": it must be longer than statementTimeout, " + statement
                            + ", or a long statement would count as a lost connection",
                    null);
        }
    }

    @Override
    public String toString() {
        return "PostgresSettings[url=" + PostgresUrl.parse(url) + ", user=" + user + ", password=" + password
                + ", pool=" + pool + ", connectTimeout=" + connectTimeout + ", socketTimeout=" + socketTimeout
                + ", limits=" + limits + ", schema=" + schema + ", applicationName=" + applicationName + ", replicas="
                + replicas.stream().map(PostgresUrl::parse).toList() + ", replicaWait=" + replicaWait + ", pooler="
                + pooler + "]";
    }
}
