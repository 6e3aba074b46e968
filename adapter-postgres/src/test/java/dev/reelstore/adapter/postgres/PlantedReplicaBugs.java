package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.contract.FreshnessContract;
import dev.reelstore.testkit.contract.ReplicaContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in reads that say how fresh their data must be. */
final class PlantedReplicaBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                            "a replica answers wherever it is",
                            "StoreMapper.xml",
                            "pg_last_wal_replay_lsn() &gt;= #{lsn}::pg_lsn",
                            "pg_last_wal_replay_lsn() IS NOT NULL")
                    .caughtBy(ReplicaContract.class),
            PlantedBug.of(
                            "where the primary was long ago does for every age",
                            "Positions.java",
                            "return System.nanoTime() - asked <= age.toNanos();",
                            "return System.nanoTime() - asked >= 0;")
                    .caughtBy(ReplicaContract.class),
            PlantedBug.of(
                            "no read goes to a replica",
                            "ReadConnections.java",
                            "Connection connection = replicas.borrow(freshness);",
                            "Connection connection = null;")
                    .caughtBy(ReplicaContract.class),
            PlantedBug.of(
                            "every unit that only reads goes to a replica",
                            "PostgresUnitOfWork.java",
                            "Freshness freshness = options.freshness();",
                            "Freshness freshness = options.readOnly() ? Freshness.stale(java.time.Duration.ofDays(1)) : null;")
                    .caughtBy(ReplicaContract.class),
            PlantedBug.of(
                            "a token is where the primary was before",
                            "Replicas.java",
                            "return positions.now().token();",
                            "Positions.Seen seen = positions.within(Duration.ofDays(1));\n"
                                    + " return seen.position().token();")
                    .caughtBy(ReplicaContract.class),
            PlantedBug.of(
                            "a token of another cluster is taken",
                            "Replicas.java",
                            "if (position.system() != positions.system()) {",
                            "if (false) {")
                    .caughtBy(FreshnessContract.class),
            PlantedBug.of(
                            "a read may join one that reads older data",
                            "ActiveUnit.java",
                            "inner.requireFreshIn(options);",
                            "")
                    .caughtBy(FreshnessContract.class));

    private PlantedReplicaBugs() {}
}
