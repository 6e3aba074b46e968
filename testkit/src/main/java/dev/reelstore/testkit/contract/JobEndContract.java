package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ending jobs from outside: cancelling and deleting, with all that hangs on them (G8). */
public interface JobEndContract extends Contract {

    @Test
    default void aQueuedJobIsCancelledAndNotClaimedAnyMore(Persistence store) {
        Job queued = store.jobs().create(Given.job());
        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);

        assertThat(store.jobs().cancel(queued.id())).isTrue();

        Job job = store.jobs().get(queued.id());
        assertThat(job.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(job.finishedAt()).isBetween(before, store.now());
        assertThat(job.startedAt()).isNull();
        assertThat(job.attempt()).isZero();
        assertThat(store.claims().claim(Given.request(WorkerId.next()))).isEmpty();
    }

    @Test
    default void aRunningJobIsCancelledAtOnceWhateverItsHandlerDoes(Persistence store) {
        Claim claim = Given.claimed(store);

        assertThat(store.jobs().cancel(claim.jobId())).isTrue();

        Job job = store.jobs().get(claim.jobId());
        assertThat(job.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(job.startedAt()).isEqualTo(claim.job().startedAt());
        assertThat(job.finishedAt()).isNotNull();
        assertThat(job.worker()).isNull();
        assertThat(job.leaseUntil()).isNull();
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(store.claims().complete(claim, null)).isEqualTo(Settlement.STALE);
    }

    @Test
    default void aJobThatIsCancelledBetweenTwoAttemptsTellsOfTheLast(Persistence store) {
        Claim claim = Given.claimed(store);
        store.claims().fail(claim, JobFailure.retryAfter(Duration.ofHours(1), "flaky"));

        store.jobs().cancel(claim.jobId());

        Job job = store.jobs().get(claim.jobId());
        assertThat(job.startedAt()).isEqualTo(claim.job().startedAt());
        assertThat(job.error()).isEqualTo("flaky");
        assertThat(job.attempt()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = JobStatus.class,
            names = {"COMPLETED", "FAILED", "CANCELLED"})
    default void aFinishedJobIsNotCancelled(JobStatus status, Persistence store) {
        Job finished = Given.jobIn(store, status, Given.job());

        assertThat(store.jobs().cancel(finished.id())).isFalse();
        assertThat(store.jobs().get(finished.id())).isEqualTo(finished);
    }

    @Test
    default void aJobThatIsNotThereIsNeitherCancelledNorDeleted(Persistence store) {
        assertThat(store.jobs().cancel(JobId.next())).isFalse();
        assertThat(store.jobs().delete(JobId.next())).isFalse();
    }

    @Test
    default void manyCancelsChangeAJobOnce(Persistence store) {
        Claim claim = Given.claimed(store);

        List<Boolean> changed =
                Racers.race(number -> Again.whileSafe(() -> store.jobs().cancel(claim.jobId())));

        assertThat(changed).containsOnlyOnce(true);
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    default void aJobIsDeletedInAnyStatusAndLeavesNothing(JobStatus status, Persistence store) {
        Job kept = Given.jobIn(store, status, Given.job());
        Job job = Given.jobIn(store, status, Given.job());

        assertThat(store.jobs().delete(job.id())).isTrue();

        assertThat(store.jobs().find(job.id())).isEmpty();
        assertThat(store.jobs().list(JobQuery.oldestFirst(JobFilter.all())).jobs())
                .containsExactly(kept);
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
        assertThat(store.jobs().countByStatus(JobFilter.all())).containsEntry(status, 1L);
        assertThat(store.jobs().cancel(job.id())).isFalse();
        assertThat(store.jobs().delete(job.id())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = JobStatus.class,
            names = {"RUNNING", "COMPLETED", "FAILED", "CANCELLED"})
    default void theStagesOfADeletedJobAreGoneAlsoForAJobThatTakesItsId(JobStatus status, Persistence store) {
        NewJob job = Given.job();
        Claim claim = Given.claimed(store, job);
        store.claims().progress(claim, new StageProgress("render", 1, 40, null));
        store.claims().checkpoint(claim, "upload", new JsonDocument("[1]"));
        store.claims().release(claim);
        Given.jobIn(store, status, job);

        assertThat(store.jobs().stages(job.id())).hasSize(2);
        store.jobs().delete(job.id());

        assertThat(store.jobs().stages(job.id())).isEmpty();
        Job again = store.jobs().create(job);
        assertThat(store.jobs().stages(job.id())).isEmpty();
        assertThat(again.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(again.attempt()).isZero();
    }

    @Test
    default void aDeletedJobNeitherBlocksNorIsClaimed(Persistence store) {
        NewJob job = Given.job();
        store.jobs().create(job);
        store.jobs().delete(job.id());

        assertThat(store.claims().claim(Given.request(WorkerId.next()))).isEmpty();
        assertThat(store.jobs().exists(job.type(), job.target(), JobStatus.live()))
                .isFalse();
        assertThat(store.jobs().createIfAbsent(Given.job(), JobStatus.live()).created())
                .isTrue();
    }

    @Test
    default void deletesAndClaimsThatRaceLeaveNoClaimOnNothing(Persistence store) {
        List<NewJob> jobs = Given.jobs(40);
        store.jobs().createAll(jobs);

        List<List<Claim>> claims = Racers.race(number -> Again.whileSafe(() -> {
            if (number % 2 == 0) {
                return store.claims().claim(Given.request(WorkerId.next()).limit(2));
            }
            store.jobs().delete(jobs.get(number).id());
            return List.of();
        }));

        for (Claim claim : claims.stream().flatMap(List::stream).toList()) {
            boolean there = store.jobs().find(claim.jobId()).isPresent();
            assertThat(store.claims().complete(claim, null)).isEqualTo(there ? Settlement.DONE : Settlement.STALE);
        }
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(40 - Racers.MANY / 2);
    }
}
