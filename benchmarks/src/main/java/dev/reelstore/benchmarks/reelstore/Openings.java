package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Latencies;
import dev.reelstore.domain.Persistence;
import java.util.function.Supplier;

/** How long it takes from nothing to the first answer of a store. */
final class Openings {

    private Openings() {}

    static double median(Bench bench, Supplier<Persistence> opening) throws Exception {
        return Latencies.of(bench.of(200), 0.5, () -> {
            long begin = System.nanoTime();
            try (Persistence opened = opening.get()) {
                opened.now();
                return System.nanoTime() - begin;
            }
        });
    }
}
