package dev.reelstore.cli.bench;

import dev.reelstore.cli.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured and what follows from it, for people. */
public final class BenchText {

    private BenchText() {}

    /**
     * The lines to print.
     *
     * @param room the columns that a line of a table may take, 0 for any number
     */
    public static List<String> lines(BenchResult result, int room) {
        TextTable table = TextTable.of(">FIGURE", "UNIT", "WHAT")
                .row(
                        figure(result.creates().together().perSecond()),
                        "/s",
                        "W1b: create one by one, " + Creates.THREADS + " threads")
                .row(figure(result.creates().alonePerSecond()), "/s", "W1: create one by one, 1 thread")
                .row(
                        figure(result.drain().perSecond()),
                        "/s",
                        "W3: drain with " + Drain.WORKERS + " workers, handlers that return")
                .row(figure(result.pickUps().medianMicros()), "µs", "W4: pick-up by an idle worker, p50")
                .row(figure(result.pickUps().p99Micros()), "µs", "W4: pick-up by an idle worker, p99")
                .row(figure(result.ground().roundTripMicros()), "µs", "round trip of SELECT 1, p50")
                .row(figure(result.ground().commitMicros()), "µs", "one row written and committed, p50")
                .row(figure(result.ground().flushMicros()), "µs", "of that, the wait for the flush at commit");
        List<String> lines = new ArrayList<>(table.lines(room));
        lines.add("");
        lines.add(Verdict.ofCreates(result).sentence());
        lines.add(Verdict.ofDrain(result).sentence());
        result.settings().warnings().forEach(warning -> lines.add("Warning: " + warning + "."));
        return lines;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
