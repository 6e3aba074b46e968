package dev.reelstore.fire.campaign;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of one campaign. Safe from any thread. */
public final class Report {

    private final String name;
    private final long seed;
    private final double scale;
    private final Map<String, Long> faults = new TreeMap<>();
    private final Map<String, Long> figures = new TreeMap<>();
    private final Recoveries recoveries = new Recoveries();
    private long operations;
    private long ambiguous;
    private long resolved;
    private long resolvedWrongly;
    private long lost;
    private long twice;

    Report(String name, long seed, double scale) {
        this.name = name;
        this.seed = seed;
        this.scale = scale;
    }

    public synchronized void operations(long more) {
        operations += more;
    }

    public synchronized void fault(String kind) {
        faults.merge(kind, 1L, Long::sum);
    }

    /** A call whose outcome its caller was not told. */
    public synchronized void ambiguous() {
        ambiguous++;
    }

    /** A call that was cut off while it committed, and whose caller was told all the same what came of it. */
    public synchronized void resolved(boolean rightly) {
        resolved++;
        resolvedWrongly += rightly ? 0 : 1;
    }

    /** Records that were acknowledged and are not there. */
    public synchronized void lost(long more) {
        lost += more;
    }

    /** Records that are there more often than they were asked for. */
    public synchronized void twice(long more) {
        twice += more;
    }

    /** Anything else that is worth a number. */
    public synchronized void figure(String what, long more) {
        figures.merge(what, more, Long::sum);
    }

    public Recoveries recoveries() {
        return recoveries;
    }

    synchronized String text(String outcome) {
        String others = figures.entrySet().stream()
                .map(figure -> "; " + figure.getKey() + " " + figure.getValue())
                .collect(Collectors.joining());
        return "%s, seed %d, scale %s: %s; operations %d; faults %s; ambiguous %d, resolved %d, wrongly %d; lost %d, twice %d%s; recovery: %s"
                .formatted(
                        name,
                        seed,
                        scale,
                        outcome,
                        operations,
                        faults,
                        ambiguous,
                        resolved,
                        resolvedWrongly,
                        lost,
                        twice,
                        others,
                        recoveries.text());
    }

    synchronized String json(String outcome, long millis) {
        return ("{\"campaign\":\"%s\",\"seed\":%d,\"scale\":%s,\"outcome\":\"%s\",\"millis\":%d,\"operations\":%d,"
                        + "\"faults\":%s,\"ambiguous\":%d,\"resolved\":%d,\"resolvedWrongly\":%d,\"lost\":%d,"
                        + "\"twice\":%d,\"figures\":%s,\"recovery\":%s}")
                .formatted(
                        name,
                        seed,
                        scale,
                        outcome,
                        millis,
                        operations,
                        json(faults),
                        ambiguous,
                        resolved,
                        resolvedWrongly,
                        lost,
                        twice,
                        json(figures),
                        recoveries.json());
    }

    private static String json(Map<String, Long> numbers) {
        return numbers.entrySet().stream()
                .map(number -> "\"" + number.getKey() + "\":" + number.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
