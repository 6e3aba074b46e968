package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.JournalCursor;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalPage;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.JournalRecord;
import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.Metric;
import dev.reelstore.domain.journal.StageDurations;
import dev.reelstore.domain.value.Uuid7;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds records of the journal, in the order of their time. */
final class JournalSearch {

    /** As databases compare text byte by byte; {@link String#compareTo} has some characters in another order. */
    private static final Comparator<String> BY_CHARACTERS =
            Comparator.comparing((String text) -> text.codePoints().toArray(), Arrays::compare);

    private JournalSearch() {}

    static <R extends JournalRecord> JournalPage<R> page(
            Overlay overlay, JournalTable<R> table, JournalQuery query, Predicate<R> wanted) {
        List<R> found = new ArrayList<>();
        for (R one : candidates(table, query)) {
            if (found.size() > query.limit()) {
                break;
            }
            if (beyond(one, query) && matches(overlay, one, query.filter()) && wanted.test(one)) {
                found.add(one);
            }
        }
        return JournalPage.of(found, query.limit());
    }

    static List<LogEntry> latest(JournalTable<LogEntry> table, JobId job) {
        Map<String, LogEntry> last = new HashMap<>();
        for (LogEntry entry : byTime(table.of(job), false)) {
            last.put(entry.stage(), entry);
        }
        return byTime(last.values().stream().toList(), false);
    }

    static List<StageDurations> durations(Overlay overlay, JournalTable<Metric> table, JournalFilter filter) {
        Map<String, StageDurations> stages = new TreeMap<>(BY_CHARACTERS);
        for (Metric metric : candidates(table, JournalQuery.oldestFirst(filter))) {
            if (matches(overlay, metric, filter)) {
                Duration took = metric.duration();
                stages.merge(
                        metric.stage(),
                        new StageDurations(metric.stage(), 1, took, took, took),
                        JournalSearch::together);
            }
        }
        return List.copyOf(stages.values());
    }

    private static StageDurations together(StageDurations a, StageDurations b) {
        return new StageDurations(
                a.stage(),
                a.count() + b.count(),
                a.total().plus(b.total()),
                a.shortest().compareTo(b.shortest()) < 0 ? a.shortest() : b.shortest(),
                a.longest().compareTo(b.longest()) > 0 ? a.longest() : b.longest());
    }

    private static <R extends JournalRecord> Iterable<R> candidates(JournalTable<R> table, JournalQuery query) {
        JobId job = query.filter().job();
        if (job != null) {
            return byTime(table.of(job), query.newestFirst());
        }
        Predicate<R> inside = one -> beyond(one, query);
        return query.newestFirst()
                ? table.byTime().descending(inside)
                : table.byTime().ascending(inside);
    }

    private static <R extends JournalRecord> List<R> byTime(List<R> records, boolean newestFirst) {
        return records.stream()
                .sorted(newestFirst ? JournalTable.BY_TIME.reversed() : JournalTable.BY_TIME)
                .toList();
    }

    private static boolean beyond(JournalRecord one, JournalQuery query) {
        JournalCursor after = query.after();
        if (after == null) {
            return true;
        }
        int place = compare(one, after);
        return query.newestFirst() ? place < 0 : place > 0;
    }

    private static int compare(JournalRecord one, JournalCursor place) {
        int times = one.recordedAt().compareTo(place.recordedAt());
        int ids = times != 0 ? times : Uuid7.compare(one.id(), place.id());
        return ids != 0 ? ids : one.job().compareTo(place.job());
    }

    private static boolean matches(Overlay overlay, JournalRecord one, JournalFilter filter) {
        return (filter.stage() == null || one.stage().equals(filter.stage()))
                && (filter.from() == null || !one.recordedAt().isBefore(filter.from()))
                && (filter.before() == null || one.recordedAt().isBefore(filter.before()))
                && isOfType(overlay, one.job(), filter.jobType());
    }

    private static boolean isOfType(Overlay overlay, JobId job, @Nullable String type) {
        JobRow row = type == null ? null : overlay.job(job);
        return type == null || (row != null && row.facts().asked().type().equals(type));
    }
}
