package dev.reelstore.benchmarks.jdbc;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Latencies;
import dev.reelstore.benchmarks.Snapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.UUID;

/** One claim after the other, each completed before the next; the claims only are timed. */
final class SingleClaims {

    private static final int ROUNDS = 10_000;

    private SingleClaims() {}

    static double lastTenth(Bench bench) throws Exception {
        int rounds = bench.of(ROUNDS);
        Tables.fill(bench.database(), rounds);
        return timed(bench, rounds);
    }

    static double lastTenthUnderSnapshot(Bench bench) throws Exception {
        int rounds = bench.of(ROUNDS);
        Tables.fill(bench.database(), rounds);
        try (Snapshot held = Snapshot.hold(bench.database())) {
            return timed(bench, rounds);
        }
    }

    private static double timed(Bench bench, int rounds) throws Exception {
        UUID worker = UUID.randomUUID();
        try (Connection connection = bench.database().connect();
                PreparedStatement claim = connection.prepareStatement(Sql.CLAIM);
                PreparedStatement complete = connection.prepareStatement(Sql.COMPLETE_ONE)) {
            return Latencies.lastTenth(bench, rounds, () -> {
                long begin = System.nanoTime();
                Held held = Held.claim(claim, worker, 1).get(0);
                long took = System.nanoTime() - begin;
                held.complete(complete);
                return took;
            });
        }
    }
}
