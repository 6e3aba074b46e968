package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.journal.NewJournalRecord;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.JobOutput;
import dev.reelstore.domain.value.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finished jobs and their journal as columns. Each record names the row of its completion, as a stale claim of a job may
 * stand beside one that holds.
 *
 * @param completions the jobs
 * @param entries for the log, by the rows of the completions
 * @param entryRows of which completion each entry is, counted from 1
 * @param metrics for the metrics, by the rows of the completions
 * @param metricRows of which completion each metric is, counted from 1
 */
record FinishedJobs(
        Completions completions,
        NewLogEntries entries,
        List<Long> entryRows,
        NewMetrics metrics,
        List<Long> metricRows) {

    static FinishedJobs of(List<FinishedJob> all) {
        Completions completions =
                Completions.of(all.stream().map(FinishedJob::completion).toList());
        List<JobOutput> outputs = all.stream().allMatch(job -> job.output().plain())
                ? List.of()
                : completions.rows().stream()
                        .map(place -> all.get(place).output())
                        .toList();
        return new FinishedJobs(
                completions,
                new NewLogEntries(together(outputs, JobOutput::entries)),
                rows(outputs, JobOutput::entries),
                new NewMetrics(together(outputs, JobOutput::metrics)),
                rows(outputs, JobOutput::metrics));
    }

    /** What became of each. */
    List<Settlement> complete(ClaimMapper claims) {
        if (completions.rows().isEmpty()) {
            return List.of();
        }
        boolean bare = entryRows.isEmpty() && metricRows.isEmpty();
        return completions.settlements(bare ? claims.completeAll(completions) : claims.finishAll(this));
    }

    List<UUID> jobs() {
        return completions.jobs();
    }

    List<Long> fences() {
        return completions.fences();
    }

    List<UUID> tokens() {
        return completions.tokens();
    }

    List<@Nullable String> results() {
        return completions.results();
    }

    private static <N extends NewJournalRecord> List<N> together(
            List<JobOutput> outputs, Function<JobOutput, List<N>> part) {
        return Check.all(
                "journal records",
                outputs.stream().flatMap(output -> part.apply(output).stream()).toList());
    }

    private static List<Long> rows(List<JobOutput> outputs, Function<JobOutput, ? extends List<?>> part) {
        List<Long> rows = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            for (int records = part.apply(outputs.get(i)).size(); records > 0; records--) {
                rows.add(i + 1L);
            }
        }
        return rows;
    }
}
