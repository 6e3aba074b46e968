package dev.reelstore.benchmarks;

import java.time.Duration;

/**
 * From the commit of a job in one process to the begin of its handler in another. Both tell the nanoseconds of the one
 * monotonic clock that all processes of a machine read; that it is one is checked each time.
 */
public final class Crossing {

    private static final int WARM_UPS = 200;

    /** What a process tells when it begins a job. */
    @FunctionalInterface
    public interface Begun {

        /** When the next began. */
        long nanos() throws Exception;
    }

    private Crossing() {}

    /**
     * In microseconds, what this part of the pick-ups stay below.
     *
     * @param enqueuer commits a job at each order and answers when the commit returned
     * @param worker takes the jobs, in another process than that
     */
    public static double pickUp(Bench bench, double part, Child enqueuer, Begun worker) throws Exception {
        return pickUp(bench, part, Duration.ZERO, enqueuer, worker);
    }

    /** The same with a worker that looks for jobs this often, and must not be met at the same moment each time. */
    public static double pickUp(Bench bench, double part, Duration poll, Child enqueuer, Begun worker)
            throws Exception {
        Latencies.Once once = () -> {
            long asked = System.nanoTime();
            enqueuer.tell("create");
            long committed = Long.parseLong(enqueuer.hear());
            long begun = worker.nanos();
            mustBeInOrder(asked, committed);
            mustBeInOrder(asked, begun);
            return begun - committed;
        };
        Latencies.of(WARM_UPS, part, once);
        return Latencies.of(bench.of(1_000), part, 10 + poll.toMillis(), once);
    }

    private static void mustBeInOrder(long asked, long told) {
        if (told < asked || told > System.nanoTime()) {
            throw new IllegalStateException(
                    "the processes have no clock in common: " + told + " is not after " + asked);
        }
    }
}
