package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.application.Reelstore;
import dev.reelstore.benchmarks.Contestant;
import dev.reelstore.benchmarks.Workload;
import java.util.Map;

/** Reelstore in memory: the double of its users' unit tests. */
public final class InMemoryContestant implements Contestant {

    @Override
    public String name() {
        return "in-memory";
    }

    @Override
    public Map<Workload, Race> races() {
        return Map.of(
                Workload.W9,
                bench -> {
                    try (Reelstore reelstore = Reelstore.on(InMemoryPersistence.create())) {
                        return Claims.oneByOne(reelstore, bench.of(50_000));
                    }
                },
                Workload.W11,
                bench -> Openings.median(bench, InMemoryPersistence::create));
    }
}
