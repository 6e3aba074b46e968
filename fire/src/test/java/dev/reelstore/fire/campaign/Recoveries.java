package dev.reelstore.fire.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** How long it took, after the end of each fault, until work was done again; by the kind of fault. Safe from any thread. */
public final class Recoveries {

    private final Map<String, List<Long>> millis = new TreeMap<>();

    public synchronized void add(String kind, Duration time) {
        millis.computeIfAbsent(kind, unseen -> new CopyOnWriteArrayList<>()).add(time.toMillis());
    }

    /** The number below or at which so many of a hundred of them lie. */
    private static long percentile(List<Long> values, int percent) {
        List<Long> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
        return sorted.get(Math.max(0, rank - 1));
    }

    /** For people: kind, count, p50 and p99. */
    synchronized String text() {
        StringBuilder text = new StringBuilder();
        millis.forEach((kind, values) -> text.append(text.isEmpty() ? "" : ", ")
                .append("%s p50 %d ms p99 %d ms (%d)"
                        .formatted(kind, percentile(values, 50), percentile(values, 99), values.size())));
        return text.isEmpty() ? "none measured" : text.toString();
    }

    /** For programs. */
    synchronized String json() {
        StringBuilder json = new StringBuilder("{");
        millis.forEach((kind, values) -> json.append(json.length() == 1 ? "" : ",")
                .append("\"%s\":{\"count\":%d,\"p50Millis\":%d,\"p99Millis\":%d,\"maxMillis\":%d}"
                        .formatted(
                                kind,
                                values.size(),
                                percentile(values, 50),
                                percentile(values, 99),
                                percentile(values, 100))));
        return json.append('}').toString();
    }
}
