package dev.reelstore.cli.media;

import java.time.Duration;
import java.util.function.DoubleConsumer;

/** Turns what FFmpeg writes with {@code -progress} into percent that never fall, and stay below 100 until the end. */
final class ProgressPercent {

    private static final String TIME = "out_time=";
    private static final double ALMOST = 99;

    private final Duration whole;
    private final DoubleConsumer listener;
    private double last;

    ProgressPercent(Duration whole, DoubleConsumer listener) {
        this.whole = whole;
        this.listener = listener;
    }

    void accept(String line) {
        // Before the first picture the time is N/A or negative.
        if (!line.startsWith(TIME) || !Character.isDigit(line.charAt(TIME.length()))) {
            return;
        }
        String[] clock = line.substring(TIME.length()).strip().split(":");
        double seconds =
                Integer.parseInt(clock[0]) * 3600.0 + Integer.parseInt(clock[1]) * 60.0 + Double.parseDouble(clock[2]);
        double percent = Math.min(ALMOST, seconds * 100_000 / whole.toMillis());
        if (percent > last) {
            last = percent;
            listener.accept(percent);
        }
    }

    void finish() {
        listener.accept(100);
    }
}
