package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.value.JsonDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Completions as columns, each claim once, in the order of the jobs. */
record Completions(List<UUID> jobs, List<Long> fences, List<UUID> tokens, List<@Nullable String> results) {

    static Completions of(List<Completion> completions) {
        Set<String> known = new HashSet<>();
        List<Completion> all = completions.stream()
                .filter(completion -> known.add(name(completion.claim())))
                .sorted(Comparator.comparing(completion -> completion.claim().jobId()))
                .toList();
        return new Completions(
                all.stream()
                        .map(Completion::claim)
                        .map(Claim::jobId)
                        .map(JobId::value)
                        .toList(),
                all.stream().map(completion -> completion.claim().fence()).toList(),
                all.stream().map(completion -> completion.claim().token()).toList(),
                results(all));
    }

    private static List<@Nullable String> results(List<Completion> all) {
        List<@Nullable String> results = new ArrayList<>(all.size());
        for (Completion completion : all) {
            JsonDocument result = completion.result();
            results.add(result == null ? null : result.text());
        }
        return results;
    }

    /** Where a claim that was completed is named again, it is stale. */
    static List<Settlement> settlements(List<Completion> all, Collection<String> completed) {
        Set<String> open = new HashSet<>(completed);
        return all.stream()
                .map(completion -> open.remove(name(completion.claim())) ? Settlement.DONE : Settlement.STALE)
                .toList();
    }

    /** All that makes it this claim: its token alone may come with another job or fence, and is stale then. */
    private static String name(Claim claim) {
        return claim.jobId() + "/" + claim.fence() + "/" + claim.token();
    }
}
