package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an attempt ends under a claim that holds: completed, failed or released, and what is counted. */
public interface SettlementContract extends Contract {

    @Test
    default void aCompletedJobKeepsItsResultAndTheTimeOfItsEnd(Persistence store) {
        Claim claim = Given.claimed(store);
        JsonDocument result = new JsonDocument("{\"renditions\": 3}");
        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);

        assertThat(store.claims().complete(claim, result)).isEqualTo(Settlement.DONE);

        Job job = store.jobs().get(claim.jobId());
        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.result()).isEqualTo(result);
        assertThat(job.finishedAt()).isBetween(before, store.now());
        assertThat(job.startedAt()).isEqualTo(claim.job().startedAt());
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(job.worker()).isNull();
        assertThat(job.leaseUntil()).isNull();
        assertThat(job.error()).isNull();
        assertThat(job.createdAt()).isEqualTo(claim.job().createdAt());
    }

    @Test
    default void aJobMayBeCompletedWithoutAResult(Persistence store) {
        Claim claim = Given.claimed(store);

        assertThat(store.claims().complete(claim, null)).isEqualTo(Settlement.DONE);
        assertThat(store.jobs().get(claim.jobId()).result()).isNull();
    }

    @Test
    default void completingOneClaimOfABatchLeavesTheOthers(Persistence store) {
        store.jobs().createAll(Given.jobs(3));
        List<Claim> claims = store.claims().claim(Given.request(WorkerId.next()).limit(3));

        store.claims().complete(claims.get(1), null);

        assertThat(store.jobs().get(claims.get(0).jobId()))
                .isEqualTo(claims.get(0).job());
        assertThat(store.jobs().get(claims.get(2).jobId()))
                .isEqualTo(claims.get(2).job());
    }

    @Test
    default void aFailedAttemptWaitsAsLongAsItWasToldTo(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        Duration wait = Duration.ofSeconds(90);
        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);

        assertThat(store.claims().fail(claim, JobFailure.retryAfter(wait, "disk full")))
                .isEqualTo(FailureSettlement.REQUEUED);

        Job job = store.jobs().get(claim.jobId());
        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job.runAt()).isBetween(before.plus(wait), store.now().plus(wait));
        assertThat(job.error()).isEqualTo("disk full");
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(job.worker()).isNull();
        assertThat(job.leaseUntil()).isNull();
        assertThat(job.startedAt()).isNull();
        assertThat(job.finishedAt()).isNull();
        fixture.advance(Duration.ofSeconds(60));
        assertThat(store.claims().claim(Given.request(WorkerId.next()))).isEmpty();
        fixture.advance(Duration.ofSeconds(31));
        assertThat(Given.claim(store, WorkerId.next()).job().attempt()).isEqualTo(2);
    }

    @Test
    default void aFailedAttemptWithoutAWaitIsDueAtOnce(Persistence store) {
        Claim claim = Given.claimed(store);

        store.claims().fail(claim, JobFailure.retryAfter(Duration.ZERO, "flaky"));

        assertThat(Given.claim(store, WorkerId.next()).jobId()).isEqualTo(claim.jobId());
    }

    @Test
    default void theFailureOfTheLastAttemptIsFinal(Persistence store) {
        Claim first = Given.claimed(store, Given.job().maxAttempts(2));
        assertThat(first.job().lastAttempt()).isFalse();
        assertThat(store.claims().fail(first, JobFailure.retryAfter(Duration.ZERO, "one")))
                .isEqualTo(FailureSettlement.REQUEUED);
        Claim second = Given.claim(store, WorkerId.next());
        assertThat(second.job().lastAttempt()).isTrue();

        assertThat(store.claims().fail(second, JobFailure.retryAfter(Duration.ZERO, "two")))
                .isEqualTo(FailureSettlement.FAILED);

        Job job = store.jobs().get(first.jobId());
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.error()).isEqualTo("two");
        assertThat(job.attempt()).isEqualTo(2);
        assertThat(job.startedAt()).isEqualTo(second.job().startedAt());
        assertThat(job.finishedAt()).isNotNull();
        assertThat(job.worker()).isNull();
        assertThat(job.leaseUntil()).isNull();
        assertThat(store.claims().claim(Given.request(WorkerId.next()))).isEmpty();
    }

    @Test
    default void aFailureForGoodIsFinalWhateverAttemptsAreLeft(Persistence store) {
        Claim claim = Given.claimed(store);

        assertThat(store.claims().fail(claim, JobFailure.forGood("no video in it")))
                .isEqualTo(FailureSettlement.FAILED);

        Job job = store.jobs().get(claim.jobId());
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.error()).isEqualTo("no video in it");
        assertThat(job.result()).isNull();
    }

    @Test
    default void theErrorOfAnEarlierAttemptIsGoneOnceTheJobIsCompleted(Persistence store) {
        Claim first = Given.claimed(store);
        store.claims().fail(first, JobFailure.retryAfter(Duration.ZERO, "flaky"));

        store.claims().complete(Given.claim(store, WorkerId.next()), null);

        Job job = store.jobs().get(first.jobId());
        assertThat(job.error()).isNull();
        assertThat(job.attempt()).isEqualTo(2);
    }

    @Test
    default void aReleasedJobIsAsItWasBeforeTheClaim(Persistence store) {
        Job before = store.jobs().create(Given.job());
        Claim claim = Given.claim(store, WorkerId.next());

        assertThat(store.claims().release(claim)).isEqualTo(Settlement.DONE);

        assertThat(store.jobs().get(before.id())).isEqualTo(before);
    }

    @Test
    default void aReleaseAfterAFailedAttemptKeepsWhatThatOneSaid(Persistence store) {
        Claim first = Given.claimed(store);
        store.claims().fail(first, JobFailure.retryAfter(Duration.ZERO, "flaky"));
        Job before = store.jobs().get(first.jobId());

        store.claims().release(Given.claim(store, WorkerId.next()));

        assertThat(store.jobs().get(first.jobId())).isEqualTo(before);
        assertThat(before.attempt()).isEqualTo(1);
        assertThat(before.error()).isEqualTo("flaky");
    }

    @Test
    default void releasesUseUpNoAttempts(Persistence store) {
        Claim claim = Given.claimed(store, Given.job().maxAttempts(2));
        for (int i = 0; i < 5; i++) {
            assertThat(claim.job().attempt()).isEqualTo(1);
            store.claims().release(claim);
            claim = Given.claim(store, WorkerId.next());
        }

        assertThat(store.claims().fail(claim, JobFailure.retryAfter(Duration.ZERO, "one")))
                .isEqualTo(FailureSettlement.REQUEUED);
    }
}
