package dev.reelstore.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One kind of work, and what is measured of it. */
public enum Workload {
    W1("create one by one, 1 thread", Unit.PER_SECOND),
    W1B("create one by one, 8 threads", Unit.PER_SECOND),
    W1U("create one by one in units of their own, 16 threads", Unit.PER_SECOND),
    W2("create 100,000 in bulk, one transaction", Unit.PER_SECOND),
    W3("drain with 16 workers, handlers that return", Unit.PER_SECOND),
    W3B("W3 with two processes of 16 workers each", Unit.PER_SECOND),
    W3S("drain with 16 workers, each job commits an effect with its completion", Unit.PER_SECOND),
    W3T("W3s, the effect a row in a table of the user's", Unit.PER_SECOND),
    W4("pick-up by an idle worker of the same process, p50", Unit.MICROSECONDS),
    W4P99("pick-up by an idle worker of the same process, p99", Unit.MICROSECONDS),
    W4C("from the call of a create to its handler in the same process, p50", Unit.MICROSECONDS),
    W4X("pick-up by an idle worker of another process, p50", Unit.MICROSECONDS),
    W4XP99("pick-up by an idle worker of another process, p99", Unit.MICROSECONDS),
    W5M1("W3 with 1,000,000 finished jobs in the store", Unit.PER_SECOND),
    W5M5("W3 with 5,000,000 finished jobs in the store", Unit.PER_SECOND),
    W5S("W3 while an old snapshot is held open", Unit.PER_SECOND),
    W5C("claim 1, p50 of the last tenth of 10,000", Unit.MICROSECONDS),
    W5CM1("W5c with 1,000,000 finished jobs in the store", Unit.MICROSECONDS),
    W5CM5("W5c with 5,000,000 finished jobs in the store", Unit.MICROSECONDS),
    W5CS("W5c while an old snapshot is held open", Unit.MICROSECONDS),
    W6("claim 50", Unit.PER_SECOND),
    W7("one unit: 9 renditions, the default, the completion", Unit.PER_SECOND),
    W8("list the renditions of a video", Unit.PER_SECOND),
    W8B("find a job by id", Unit.PER_SECOND),
    W9("create, claim, complete, one thread", Unit.PER_SECOND),
    W10("live heap of a worker while 1,000,000 jobs are queued", Unit.MEGABYTES),
    W10B("live heap of a process that lists 1,000,000 jobs page by page", Unit.MEGABYTES),
    W11("from nothing to the first answer of the store", Unit.MICROSECONDS),
    W12("count the queued and running of 5,000 live jobs of a queue", Unit.PER_SECOND),
    W12M5("W12 with 5,000,000 finished jobs in the store", Unit.PER_SECOND),
    W13("W3 while 16 other workers hold 2,000 claims and send heartbeats", Unit.PER_SECOND);

    /** What a figure counts. */
    public enum Unit {
        PER_SECOND("/s", true),
        MICROSECONDS("us", false),
        MEGABYTES("MB", false);

        private final String label;
        private final boolean moreIsBetter;

        Unit(String label, boolean moreIsBetter) {
            this.label = label;
            this.moreIsBetter = moreIsBetter;
        }

        /** As it is printed. */
        public String label() {
            return label;
        }

        /** A figure as people read it: with digits after the point where there are few before it. */
        public String format(double figure) {
            return String.format(Locale.ROOT, figure < 10 ? "%.2f" : figure < 100 ? "%.1f" : "%,.0f", figure);
        }

        /** How much better one figure is than another: above 1 where the first is the better one. */
        public double ratio(double one, double other) {
            return moreIsBetter ? one / other : other / one;
        }
    }

    private final String work;
    private final Unit unit;

    Workload(String work, Unit unit) {
        this.work = work;
        this.unit = unit;
    }

    /** In a few words. */
    public String work() {
        return work;
    }

    /** What its figures count. */
    public Unit unit() {
        return unit;
    }

    /** The name as it is printed and asked for: {@code W1b}. */
    public String label() {
        return name().substring(0, 2) + name().substring(2).toLowerCase(Locale.ROOT);
    }

    /** The one with this label, in any case. */
    public static Workload parse(String label) {
        return Arrays.stream(values())
                .filter(workload -> workload.name().equals(label.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + label + "' is no workload: there are "
                        + List.of(values()).stream().map(Workload::label).toList()));
    }
}
