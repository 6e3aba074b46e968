package dev.reelstore.domain.unit;

import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.JournalBatch;
import dev.reelstore.domain.journal.NewJournalRecord;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.JsonDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a job has brought, all of it data: written in the commit that completes the job, by {@link UnitOfWork#completeAll}.
 *
 * @param result what to keep as the job's result, or null
 * @param entries for its log, by their ids
 * @param metrics for its metrics, by their ids
 * @param findings to be added to what was found in its medium before, of any kinds
 */
public record JobOutput(
        @Nullable JsonDocument result, List<NewLogEntry> entries, List<NewMetric> metrics, List<Finding> findings) {

    /** Nothing but that the job is done. */
    public static final JobOutput NONE = new JobOutput(null, List.of(), List.of(), List.of());

    /**
     * @throws dev.reelstore.domain.failure.InvalidDataException when something is missing
     * @throws dev.reelstore.domain.failure.StoreConflictException when an id is named twice among the entries or the metrics
     */
    public JobOutput {
        entries = JournalBatch.of(entries).records();
        metrics = JournalBatch.of(metrics).records();
        findings = Check.all("findings", findings);
    }

    /** The same with this result. */
    public JobOutput result(@Nullable JsonDocument value) {
        return new JobOutput(value, entries, metrics, findings);
    }

    /** The same, and this entry. */
    public JobOutput log(NewLogEntry entry) {
        return new JobOutput(result, and(entries, List.of(Check.present("log entry", entry))), metrics, findings);
    }

    /** The same, and this metric. */
    public JobOutput measure(NewMetric metric) {
        return new JobOutput(result, entries, and(metrics, List.of(Check.present("metric", metric))), findings);
    }

    /** The same, and these findings. */
    public JobOutput add(Collection<? extends Finding> found) {
        return new JobOutput(result, entries, metrics, and(findings, Check.all("findings", found)));
    }

    /** Whether there is nothing to write but the job's end with its result. */
    public boolean plain() {
        return entries.isEmpty() && metrics.isEmpty() && findings.isEmpty();
    }

    /** Another job that a part of it belongs to. */
    Optional<JobId> foreignTo(JobId job) {
        if (plain()) {
            return Optional.empty();
        }
        return Stream.concat(
                        Stream.concat(entries.stream(), metrics.stream()).map(NewJournalRecord::job),
                        findings.stream().map(Finding::job))
                .filter(named -> !named.equals(job))
                .findFirst();
    }

    private static <T> List<T> and(List<T> before, Collection<? extends T> more) {
        List<T> all = new ArrayList<>(before);
        all.addAll(more);
        return all;
    }
}
