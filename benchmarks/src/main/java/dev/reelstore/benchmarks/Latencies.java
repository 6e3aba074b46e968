package dev.reelstore.benchmarks;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Measures something short again and again, with pauses, so that each time finds an idle system. */
public final class Latencies {

    private static final long PAUSE_MILLIS = 10;

    /** Done once; answers how long it took. */
    @FunctionalInterface
    public interface Once {

        /** In nanoseconds. */
        long nanos() throws Exception;
    }

    private Latencies() {}

    /** In microseconds, what this part of the times stay below. */
    public static double of(int times, double part, Once once) throws Exception {
        return of(times, part, PAUSE_MILLIS, once);
    }

    /** The same with pauses of any length from 10 ms to this, so that no time depends on when the last one ended. */
    public static double of(int times, double part, long longestPauseMillis, Once once) throws Exception {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS, longestPauseMillis + 1));
            nanos[i] = Math.max(0, once.nanos());
        }
        return percentile(nanos, part);
    }

    /**
     * Without pauses: in microseconds, what half of the last tenth of the times stay below. Each tenth's is told to the bench.
     */
    public static double lastTenth(Bench bench, int times, Once once) throws Exception {
        double[] course = new double[10];
        for (int tenth = 0; tenth < course.length; tenth++) {
            long[] nanos = new long[Math.max(1, times / course.length)];
            for (int i = 0; i < nanos.length; i++) {
                nanos[i] = once.nanos();
            }
            course[tenth] = percentile(nanos, 0.5);
        }
        bench.course().accept(course);
        return course[course.length - 1];
    }

    private static double percentile(long[] nanos, double part) {
        Arrays.sort(nanos);
        return Math.max(1, nanos[(int) Math.min(nanos.length - 1, Math.floor(nanos.length * part))] / 1e3);
    }
}
