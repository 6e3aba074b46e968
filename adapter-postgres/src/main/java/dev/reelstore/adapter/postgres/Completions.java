package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.value.JsonDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Completions as columns, each claim once, in the order of the jobs.
 *
 * @param all as they were given
 * @param rows what stands in each row of the columns, by its place among all
 */
record Completions(List<Completion> all, List<Integer> rows) {

    /** All that makes it this claim: its token alone may come with another job or fence, and is stale then. */
    private record Name(JobId job, long fence, UUID token) {

        static Name of(Claim claim) {
            return new Name(claim.jobId(), claim.fence(), claim.token());
        }
    }

    static Completions of(List<Completion> all) {
        Set<Name> known = new HashSet<>();
        return new Completions(
                all,
                IntStream.range(0, all.size())
                        .filter(place -> known.add(Name.of(all.get(place).claim())))
                        .boxed()
                        .sorted(Comparator.comparing(
                                place -> all.get(place).claim().jobId()))
                        .toList());
    }

    List<UUID> jobs() {
        return column(completion -> completion.claim().jobId().value());
    }

    List<Long> fences() {
        return column(completion -> completion.claim().fence());
    }

    List<UUID> tokens() {
        return column(completion -> completion.claim().token());
    }

    List<@Nullable String> results() {
        return this.<@Nullable String>column(completion -> {
            JsonDocument result = completion.result();
            return result == null ? null : result.text();
        });
    }

    /**
     * Where a claim that was completed is named again, it is stale.
     *
     * @param completed the rows of the columns that were, counted from 1
     */
    List<Settlement> settlements(List<Integer> completed) {
        List<Settlement> answers = new ArrayList<>(Collections.nCopies(all.size(), Settlement.STALE));
        completed.forEach(row -> answers.set(rows.get(row - 1), Settlement.DONE));
        return answers;
    }

    private <T extends @Nullable Object> List<T> column(Function<Completion, T> value) {
        List<T> column = new ArrayList<>(rows.size());
        rows.forEach(place -> column.add(value.apply(all.get(place))));
        return column;
    }
}
