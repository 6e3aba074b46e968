package dev.reelstore.benchmarks;

import java.util.Arrays;

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
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            Thread.sleep(PAUSE_MILLIS);
            nanos[i] = Math.max(0, once.nanos());
        }
        Arrays.sort(nanos);
        return Math.max(1, nanos[(int) Math.min(times - 1, Math.floor(times * part))] / 1e3);
    }
}
