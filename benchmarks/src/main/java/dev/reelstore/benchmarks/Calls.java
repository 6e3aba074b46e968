package dev.reelstore.benchmarks;

/** How often something can be asked in a second, whether an answer takes microseconds or seconds. */
public final class Calls {

    private static final int FULL_MILLIS = 5_000;

    /** One of them. */
    @FunctionalInterface
    public interface Call {

        /** Asks, and fails unless the answer is right. */
        void run() throws Exception;
    }

    private Calls() {}

    /** Asks for some seconds, at least once. */
    public static double perSecond(Bench bench, Call call) throws Exception {
        long begin = System.nanoTime();
        long end = begin + bench.of(FULL_MILLIS) * 1_000_000L;
        long now = begin;
        int calls = 0;
        while (calls == 0 || now < end) {
            call.run();
            calls++;
            now = System.nanoTime();
        }
        return calls / ((now - begin) / 1e9);
    }
}
