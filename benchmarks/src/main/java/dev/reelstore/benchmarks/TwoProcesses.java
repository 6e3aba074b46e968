package dev.reelstore.benchmarks;

import java.time.Duration;

/** A drain by this process and another, timed from when both are ready to claim until the last completion is durable. */
public final class TwoProcesses {

    private static final int JOBS = 200_000;

    /** Of fewer, one process might take all before the other looks. */
    private static final int LEAST = 10_000;

    /** For the other, which is new each time, while this one is warm: of fewer, most would be done by code not compiled yet. */
    private static final int WARM_UP_JOBS = 150_000;

    private static final Duration PAUSE = Duration.ofMillis(5);

    /** The store that is drained. */
    public interface Queue {

        /** Makes it ready with so many jobs. */
        void fill(int jobs) throws Exception;

        /** Asks for 0 when none is left, and is cheap. */
        String left();

        /** Fails unless so many are completed. */
        void mustHaveEnded(int jobs) throws Exception;
    }

    private TwoProcesses() {}

    /**
     * Jobs per second.
     *
     * @param main of the other process, which does what {@link Shift#obey} does on the database whose URL it is given
     * @param own what this process does meanwhile
     */
    public static double drain(Bench bench, Queue queue, Class<?> main, Shift own) throws Exception {
        int jobs = Math.max(LEAST, bench.of(JOBS));
        try (Child other = Child.jvm(main, "1g", bench.database().url())) {
            other.await("ready");
            queue.fill(bench.of(WARM_UP_JOBS));
            other.tell("go");
            Rows.await(bench.database(), queue.left(), 0, PAUSE);
            other.tell("stop");
            other.hear();
            other.await("ready");
            queue.fill(jobs);
            long begin = System.nanoTime();
            other.tell("go");
            own.start();
            Rows.await(bench.database(), queue.left(), 0, PAUSE);
            double seconds = (System.nanoTime() - begin) / 1e9;
            other.tell("stop");
            bothMustHaveWorked(own.stop(), Integer.parseInt(other.hear()), jobs);
            queue.mustHaveEnded(jobs);
            return jobs / seconds;
        }
    }

    private static void bothMustHaveWorked(int here, int there, int jobs) {
        if (here + there != jobs || here == 0 || there == 0) {
            throw new IllegalStateException(here + " and " + there + " of " + jobs + " jobs were done");
        }
    }
}
