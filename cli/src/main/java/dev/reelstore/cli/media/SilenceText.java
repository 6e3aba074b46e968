package dev.reelstore.cli.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the silences from what FFmpeg's {@code silencedetect} writes into its log.
 *
 * <p>It writes times in six digits: from 1000 s on they are rounded to 0.01 s, from 10000 s on to 0.1 s. A silence at the
 * beginning may begin before zero; one that lasts to the end may have no end. Not thread-safe.
 */
final class SilenceText {

    private static final int MOST = 10_000;
    private static final Pattern LINE = Pattern.compile("\\[[^\\]]*silencedetect[^\\]]* @ 0x[0-9a-f]+] \\[info] "
            + "silence_(start|end): (-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)(?: \\|.*)?");

    private final Duration whole;
    private final List<Span> spans = new ArrayList<>();
    private @Nullable Duration begun;
    private int leftOut;

    /** @param whole what is silent beyond it is no part of the video */
    SilenceText(Duration whole) {
        this.whole = whole;
    }

    void accept(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            return;
        }
        Duration time = Duration.ofMillis(Math.round(Double.parseDouble(found.group(2)) * 1000));
        if (found.group(1).equals("start")) {
            begun = time;
        } else if (begun != null) {
            add(begun, time);
            begun = null;
        }
    }

    private void add(Duration from, Duration to) {
        Duration start = from.isNegative() ? Duration.ZERO : from;
        Duration end = to.compareTo(whole) > 0 ? whole : to;
        if (end.compareTo(start) <= 0) {
            return;
        }
        if (spans.size() == MOST) {
            spans.remove(shortest());
            leftOut++;
        }
        spans.add(new Span(start, end));
    }

    private Span shortest() {
        return spans.stream().min(Comparator.comparing(Span::length)).orElseThrow();
    }

    /** The silences of the whole file; where there are too many, the shortest are left out. */
    Findings<Span> finish() {
        if (begun != null) {
            add(begun, whole);
            begun = null;
        }
        return new Findings<>(spans, leftOut);
    }
}
