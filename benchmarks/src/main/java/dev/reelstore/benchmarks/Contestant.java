package dev.reelstore.benchmarks;

import java.util.Map;

/** Somebody who can do some of the work. */
public interface Contestant {

    /** As it is printed. */
    String name();

    /** What it can do. */
    Map<Workload, Race> races();

    /** One go at a workload. */
    @FunctionalInterface
    interface Race {

        /**
         * Makes everything ready, does the work, and says how fast it was; only the work itself is timed.
         *
         * @param bench where, and how much of it
         * @return in the unit of the workload
         */
        double run(Bench bench) throws Exception;
    }
}
