package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import java.time.Instant;
import java.util.Objects;

/**
 * What a claim answered about one job.
 *
 * @param claim the claim
 * @param attempt which attempt this is
 * @param attemptLimit the attempt whose failure is final
 * @param startedAt when it was claimed, in the store's time
 * @param leaseUntil until when the worker's lease held then, in the store's time
 */
public record Taken(Held claim, int attempt, int attemptLimit, Instant startedAt, Instant leaseUntil) {

    static Taken of(Claim claim) {
        Job job = claim.job();
        return new Taken(
                Held.of(claim),
                job.attempt(),
                job.attemptLimit(),
                Objects.requireNonNull(job.startedAt(), "startedAt of a claimed job"),
                Objects.requireNonNull(job.leaseUntil(), "leaseUntil of a claimed job"));
    }
}
