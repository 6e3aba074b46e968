package dev.reelstore.application.retry;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Settlement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a stale answer means when an earlier try may have been committed: the store knows whether it was our own settlement
 * that made the claim stale.
 *
 * @param store to ask, each question by itself
 * @param claim under which was settled
 */
public record AfterDoubt(Persistence store, Claim claim) {

    /** The answers of completing many, each under the claim in its place. */
    static List<Settlement> completeAll(Persistence store, List<Claim> claims, List<Settlement> answers) {
        return IntStream.range(0, answers.size())
                .mapToObj(place -> new AfterDoubt(store, claims.get(place)).complete(answers.get(place)))
                .toList();
    }

    /** The answer of completing. */
    public Settlement complete(Settlement answer) {
        return answer == Settlement.STALE && endedAs(JobStatus.COMPLETED) ? Settlement.DONE : answer;
    }

    /** The answer of failing. A rescue ends or frees the job as this would have. */
    public FailureSettlement fail(FailureSettlement answer) {
        if (answer != FailureSettlement.STALE) {
            return answer;
        }
        if (endedAs(JobStatus.FAILED)) {
            return FailureSettlement.FAILED;
        }
        return waitsAtAttempt(0) ? FailureSettlement.REQUEUED : answer;
    }

    /** The answer of releasing: only that takes an attempt back. */
    public Settlement release(Settlement answer) {
        return answer == Settlement.STALE && waitsAtAttempt(-1) ? Settlement.DONE : answer;
    }

    private boolean endedAs(JobStatus status) {
        return store.claims().endedUnder(claim).equals(Optional.of(status));
    }

    private boolean waitsAtAttempt(int more) {
        Optional<Job> job = store.jobs().find(claim.jobId());
        return job.isPresent()
                && job.get().status() == JobStatus.QUEUED
                && job.get().attempt() == claim.job().attempt() + more;
    }
}
