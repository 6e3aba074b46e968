package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.RetryResult;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trying a finished job again, under its own id. */
public interface RetryContract extends Contract {

    @ParameterizedTest
    @EnumSource(
            value = JobStatus.class,
            names = {"FAILED", "CANCELLED"})
    default void aFailedOrCancelledJobWaitsAgainAndIsDueAtOnce(JobStatus status, Fixture fixture) {
        Persistence store = fixture.persistence();
        Job finished = Given.jobIn(store, status, Given.job());
        fixture.advance(Duration.ofSeconds(10));

        RetryResult result = store.jobs().retry(finished.id(), Set.of());

        Job job = store.jobs().get(finished.id());
        assertThat(result).isEqualTo(new RetryResult.Requeued(job));
        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job.createdAt()).isEqualTo(finished.createdAt());
        assertThat(job.runAt()).isBeforeOrEqualTo(store.now());
        assertThat(job.startedAt()).isNull();
        assertThat(job.finishedAt()).isNull();
        assertThat(Given.claim(store, WorkerId.next()).jobId()).isEqualTo(job.id());
    }

    @Test
    default void aCancelledJobThatWasToRunLaterIsDueAtOnceAfterItsRetry(Persistence store) {
        Instant later = store.now().plus(Duration.ofDays(1));
        JobId id = store.jobs().create(Given.job().runAt(later)).id();
        store.jobs().cancel(id);

        store.jobs().retry(id, Set.of());

        assertThat(Given.claim(store, WorkerId.next()).jobId()).isEqualTo(id);
    }

    @Test
    default void attemptsGoOnCountingAndAsManyMoreAreAllowed(Persistence store) {
        NewJob job = Given.job().maxAttempts(2);
        Claim first = Given.claimed(store, job);
        store.claims().fail(first, JobFailure.retryAfter(Duration.ZERO, "one"));
        store.claims().fail(Given.claim(store, WorkerId.next()), JobFailure.retryAfter(Duration.ZERO, "two"));

        store.jobs().retry(job.id(), Set.of());

        assertThat(store.jobs().get(job.id()).attempt()).isEqualTo(2);
        assertThat(store.jobs().get(job.id()).attemptLimit()).isEqualTo(4);
        Claim third = Given.claim(store, WorkerId.next());
        assertThat(third.job().attempt()).isEqualTo(3);
        assertThat(third.fence()).isEqualTo(first.fence() + 2);
        assertThat(store.claims().fail(third, JobFailure.retryAfter(Duration.ZERO, "three")))
                .isEqualTo(FailureSettlement.REQUEUED);
        assertThat(store.claims()
                        .fail(Given.claim(store, WorkerId.next()), JobFailure.retryAfter(Duration.ZERO, "four")))
                .isEqualTo(FailureSettlement.FAILED);
    }

    @Test
    default void aJobThatGaveUpEarlyIsAllowedAllItsAttemptsAnew(Persistence store) {
        Job failed = Given.jobIn(store, JobStatus.FAILED, Given.job().maxAttempts(3));

        store.jobs().retry(failed.id(), Set.of());

        assertThat(store.jobs().get(failed.id()).attempt()).isEqualTo(1);
        assertThat(store.jobs().get(failed.id()).attemptLimit()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = JobStatus.class,
            names = {"QUEUED", "RUNNING", "COMPLETED"})
    default void aJobThatIsNeitherFailedNorCancelledStaysAsItIs(JobStatus status, Persistence store) {
        Job job = Given.jobIn(store, status, Given.job());

        assertThat(store.jobs().retry(job.id(), Set.of())).isEqualTo(new RetryResult.NotRetryable(job));
        assertThat(store.jobs().get(job.id())).isEqualTo(job);
    }

    @Test
    default void aJobThatIsNotThereIsMissing(Persistence store) {
        assertThat(store.jobs().retry(JobId.next(), Set.of())).isEqualTo(new RetryResult.Missing());
    }

    @Test
    default void anotherJobOfTheTargetBlocksARetryInTheStatusesNamed(Fixture fixture) {
        Persistence store = fixture.persistence();
        Job failed = Given.jobIn(store, JobStatus.FAILED, Given.job());
        fixture.advance(Duration.ofSeconds(1));
        Given.jobIn(store, JobStatus.RUNNING, Given.job());
        fixture.advance(Duration.ofSeconds(1));
        Job newest = Given.jobIn(store, JobStatus.QUEUED, Given.job());
        fixture.advance(Duration.ofSeconds(1));
        Given.jobIn(store, JobStatus.COMPLETED, NewJob.of("probe", Given.job().target()));

        assertThat(store.jobs().retry(failed.id(), JobStatus.live())).isEqualTo(new RetryResult.Blocked(newest));
        assertThat(store.jobs().get(failed.id())).isEqualTo(failed);
        assertThat(store.jobs().retry(failed.id(), Set.of(JobStatus.COMPLETED)))
                .isInstanceOf(RetryResult.Requeued.class);
    }

    @Test
    default void aJobDoesNotBlockItsOwnRetryNorDoOtherTargets(Persistence store) {
        Job failed = Given.jobIn(store, JobStatus.FAILED, Given.job());
        store.jobs().create(NewJob.of(Given.TYPE, new Target("film", "two")));
        store.jobs().create(NewJob.of("probe", failed.target()));

        assertThat(store.jobs().retry(failed.id(), Set.of(JobStatus.values())))
                .isInstanceOf(RetryResult.Requeued.class);
    }

    @Test
    default void anEmptySetBlocksNoRetry(Persistence store) {
        Job failed = Given.jobIn(store, JobStatus.FAILED, Given.job());
        store.jobs().create(Given.job());

        assertThat(store.jobs().retry(failed.id(), Set.of())).isInstanceOf(RetryResult.Requeued.class);
    }

    @Test
    default void ofManyRetriesOneTakesEffect(Persistence store) {
        Job failed = Given.jobIn(store, JobStatus.FAILED, Given.job());

        assertThat(Racers.race(number -> Again.whileSafe(
                        () -> store.jobs().retry(failed.id(), Set.of()) instanceof RetryResult.Requeued)))
                .containsOnlyOnce(true);
        assertThat(store.jobs().get(failed.id()).attemptLimit()).isEqualTo(failed.attemptLimit() + 1);
    }
}
