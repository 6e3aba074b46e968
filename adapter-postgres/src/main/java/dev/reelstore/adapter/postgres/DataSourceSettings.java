package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * How to work on a DataSource of the caller's.
 *
 * @param schema what a start does about the schema
 * @param limits how long the server lets a transaction wait; set anew in each, as nothing is known of the connections
 * @param replicas DataSources of physical standbys that may answer reads; borrowed from and never closed. A pool of theirs
 *     should not wait for long, as a read that gets no connection goes to the primary
 * @param replicaWait how long a read waits for a replica to be fresh enough before it goes to the primary, 250 ms to 1 min
 */
public record DataSourceSettings(SchemaMode schema, Limits limits, List<DataSource> replicas, Duration replicaWait) {

    static final Duration REPLICA_WAIT = Duration.ofMillis(250);

    private static final Duration LONGEST_REPLICA_WAIT = Duration.ofMinutes(1);

    /** Migrates, with the default limits and no replicas. */
    public static final DataSourceSettings DEFAULT =
            new DataSourceSettings(SchemaMode.MIGRATE, Limits.DEFAULT, List.of(), REPLICA_WAIT);

    /** @throws InvalidDataException when a value is missing or breaks its rule */
    public DataSourceSettings {
        Check.present("schema", schema);
        Check.present("limits", limits);
        replicas = List.copyOf(Check.present("replicas", replicas));
        replicaWait = checkedWait(replicaWait);
    }

    /** The same, doing this about the schema. */
    public DataSourceSettings schema(SchemaMode value) {
        return new DataSourceSettings(value, limits, replicas, replicaWait);
    }

    /** The same with these limits. */
    public DataSourceSettings limits(Limits value) {
        return new DataSourceSettings(schema, value, replicas, replicaWait);
    }

    /** The same with these replicas. */
    public DataSourceSettings replicas(DataSource... value) {
        return new DataSourceSettings(schema, limits, List.of(value), replicaWait);
    }

    /** The same, waiting so long for a replica. */
    public DataSourceSettings replicaWait(Duration value) {
        return new DataSourceSettings(schema, limits, replicas, value);
    }

    static Duration checkedWait(Duration value) {
        Duration given = Check.duration("replicaWait", value);
        if (given.compareTo(REPLICA_WAIT) < 0 || given.compareTo(LONGEST_REPLICA_WAIT) > 0) {
            throw new InvalidDataException(
                    "replicaWait is " + given + ": it must be from " + REPLICA_WAIT + " to " + LONGEST_REPLICA_WAIT,
                    null);
        }
        return given;
    }
}
