package dev.reelstore.cli.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long something took each time that it was done.
 *
 * <p>For one thread.
 */
final class Timings {

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_SECOND = 1e6;

    private long[] nanos = new long[1_024];
    private int count;

    /**
     * Something that is done once.
     *
     * @param <E> what it throws
     */
    @FunctionalInterface
    interface Once<E extends Exception> {

        /** Does it. */
        void run() throws E;
    }

    /** Does it again and again for this time; what the first third of it took, while all is cold, does not count. */
    static <E extends Exception> Timings of(Duration time, Once<E> once) throws E {
        return ofEach(time, List.of(once)).get(0);
    }

    /** The same with several things in turn, so that what disturbs one of them disturbs all. */
    static <E extends Exception> List<Timings> ofEach(Duration time, List<Once<E>> things) throws E {
        List<Timings> timings =
                Stream.generate(Timings::new).limit(things.size()).toList();
        Timer cold = Timer.of(time.dividedBy(3));
        Timer whole = Timer.of(time);
        boolean counts;
        do {
            counts = cold.over();
            for (int i = 0; i < things.size(); i++) {
                long begin = System.nanoTime();
                things.get(i).run();
                if (counts) {
                    timings.get(i).add(System.nanoTime() - begin);
                }
            }
        } while (!counts || !whole.over());
        return timings;
    }

    void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = Math.max(0, taken);
    }

    /** What this part of them stayed below, in microseconds. */
    double micros(double part) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, Math.floor(count * part))] / NANOS_PER_MICRO;
    }

    /** What half of them stayed below, in microseconds. */
    double median() {
        return micros(0.5);
    }

    /** How many there would be in a second, one after the other. */
    double perSecond() {
        return MICROS_PER_SECOND / (Arrays.stream(nanos, 0, count).average().orElseThrow() / NANOS_PER_MICRO);
    }
}
