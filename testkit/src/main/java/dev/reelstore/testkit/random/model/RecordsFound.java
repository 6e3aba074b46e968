package dev.reelstore.testkit.random.model;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds records of the journal by looking at each. */
final class RecordsFound {

    static final Comparator<JournalRecord> BY_TIME = Comparator.comparing(JournalRecord::recordedAt)
            .thenComparing(JournalRecord::id, Uuid7::compare)
            .thenComparing(JournalRecord::job);

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private RecordsFound() {}

    static <R extends JournalRecord> JournalPage<R> page(State state, Stream<R> records, JournalQuery query) {
        return JournalPage.of(
                records.filter(one -> matches(state, one, query.filter()))
                        .sorted(query.newestFirst() ? BY_TIME.reversed() : BY_TIME)
                        .filter(one -> comesAfter(one, query))
                        .limit(query.limit() + 1L)
                        .toList(),
                query.limit());
    }

    static List<LogEntry> latest(State state, JobId job) {
        Map<String, LogEntry> last = state.log.values().stream()
                .filter(entry -> entry.job().equals(job))
                .sorted(BY_TIME)
                .collect(Collectors.toMap(LogEntry::stage, entry -> entry, (earlier, later) -> later));
        return last.values().stream().sorted(BY_TIME).toList();
    }

    static List<StageDurations> durations(State state, JournalFilter filter) {
        return state.metrics.values().stream()
                .filter(one -> matches(state, one, filter))
                .collect(Collectors.groupingBy(Metric::stage))
                .entrySet()
                .stream()
                .map(stage -> summed(stage.getKey(), stage.getValue()))
                .sorted(Comparator.comparing(StageDurations::stage, BY_BYTES))
                .toList();
    }

    private static StageDurations summed(String stage, List<Metric> metrics) {
        List<Duration> sorted = metrics.stream().map(Metric::duration).sorted().toList();
        return new StageDurations(
                stage,
                sorted.size(),
                sorted.stream().reduce(Duration.ZERO, Duration::plus),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    private static boolean matches(State state, JournalRecord one, JournalFilter filter) {
        JobState job = state.jobs.get(one.job());
        return (filter.job() == null || one.job().equals(filter.job()))
                && (filter.jobType() == null || (job != null && job.asked.type().equals(filter.jobType())))
                && (filter.stage() == null || one.stage().equals(filter.stage()))
                && (filter.from() == null || !one.recordedAt().isBefore(filter.from()))
                && (filter.before() == null || one.recordedAt().isBefore(filter.before()));
    }

    private static boolean comesAfter(JournalRecord one, JournalQuery query) {
        JournalCursor after = query.after();
        if (after == null) {
            return true;
        }
        int times = one.recordedAt().compareTo(after.recordedAt());
        int ids = times != 0 ? times : Uuid7.compare(one.id(), after.id());
        int place = ids != 0 ? ids : one.job().compareTo(after.job());
        return query.newestFirst() ? place < 0 : place > 0;
    }
}
