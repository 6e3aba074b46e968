package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Rescue;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rescue and retirement: how the jobs of workers that died or stopped come to others (G6). */
public interface RescueContract extends Contract {

    /** Long past any lease of these tests. */
    Duration LONG_AFTER = Duration.ofMinutes(5);

    @Test
    default void aRescuedJobWaitsForItsNextAttemptAndIsDue(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        fixture.advance(LONG_AFTER);

        assertThat(store.claims().rescue()).isEqualTo(new Rescue(1, 0));

        Job job = store.jobs().get(claim.jobId());
        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(job.worker()).isNull();
        assertThat(job.leaseUntil()).isNull();
        assertThat(job.startedAt()).isNull();
        assertThat(job.finishedAt()).isNull();
        Claim next = Given.claim(store, WorkerId.next());
        assertThat(next.job().attempt()).isEqualTo(2);
        assertThat(next.fence()).isEqualTo(claim.fence() + 1);
        assertThat(next.token()).isNotEqualTo(claim.token());
    }

    @Test
    default void aRescuedJobOnItsLastAttemptIsFailed(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store, Given.job().maxAttempts(1));
        fixture.advance(LONG_AFTER);

        assertThat(store.claims().rescue()).isEqualTo(new Rescue(0, 1));

        Job job = store.jobs().get(claim.jobId());
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.error()).as("why it is FAILED").isNotBlank();
        assertThat(job.startedAt()).isEqualTo(claim.job().startedAt());
        assertThat(job.finishedAt()).isAfter(claim.job().startedAt());
        assertThat(job.worker()).isNull();
        assertThat(store.claims().claim(Given.request(WorkerId.next()))).isEmpty();
    }

    @Test
    default void aLeaseThatHoldsIsNotRescued(Fixture fixture) {
        Persistence store = fixture.persistence();
        store.jobs().create(Given.job());
        Claim claim = store.claims()
                .claim(Given.request(WorkerId.next()).lease(Duration.ofMinutes(10)))
                .get(0);
        fixture.advance(LONG_AFTER);

        assertThat(store.claims().rescue()).isEqualTo(new Rescue(0, 0));
        assertThat(store.jobs().get(claim.jobId())).isEqualTo(claim.job());
    }

    @Test
    default void onlyTheJobsOfWorkersThatAreGoneAreRescued(Fixture fixture) {
        Persistence store = fixture.persistence();
        store.jobs().createAll(Given.jobs(6));
        List<Claim> dead = store.claims().claim(Given.request(WorkerId.next()).limit(2));
        List<Claim> deadToo =
                store.claims().claim(Given.request(WorkerId.next()).limit(1));
        fixture.advance(LONG_AFTER);
        List<Claim> alive = store.claims().claim(Given.request(WorkerId.next()).limit(3));
        store.claims().complete(dead.get(0), null);

        assertThat(store.claims().rescue()).isEqualTo(new Rescue(2, 0));
        assertThat(store.jobs().get(dead.get(1).jobId()).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(store.jobs().get(deadToo.get(0).jobId()).status()).isEqualTo(JobStatus.QUEUED);
        for (Claim claim : alive) {
            assertThat(store.jobs().get(claim.jobId())).isEqualTo(claim.job());
        }
        assertThat(store.claims().rescue()).as("once more").isEqualTo(new Rescue(0, 0));
    }

    @Test
    default void racingRescuesFreeEachJobOnce(Fixture fixture) {
        Persistence store = fixture.persistence();
        store.jobs().createAll(Given.jobs(300));
        for (int i = 0; i < 10; i++) {
            store.claims().claim(Given.request(WorkerId.next()).limit(30));
        }
        fixture.advance(LONG_AFTER);

        List<Rescue> rescues = Racers.race(number -> Again.whileSafe(store.claims()::rescue));

        assertThat(rescues.stream().mapToInt(Rescue::requeued).sum()).isEqualTo(300);
        assertThat(store.jobs().count(JobFilter.all().status(JobStatus.QUEUED))).isEqualTo(300);
    }

    @Test
    default void ofARescueAndACompletionThatRaceOneWins(Fixture fixture) {
        Persistence store = fixture.persistence();
        for (int round = 0; round < 10; round++) {
            Claim claim = Given.claimed(store);
            fixture.advance(LONG_AFTER);

            List<Object> answers = Racers.race(
                    2,
                    number -> number == 0
                            ? Again.whileSafe(() -> (Object) store.claims().complete(claim, null))
                            : Again.whileSafe(store.claims()::rescue));

            boolean completed = answers.get(0) == Settlement.DONE;
            JobId id = claim.jobId();
            assertThat(answers.get(1)).isEqualTo(new Rescue(completed ? 0 : 1, 0));
            assertThat(store.jobs().get(id).status()).isEqualTo(completed ? JobStatus.COMPLETED : JobStatus.QUEUED);
            store.jobs().delete(id);
        }
    }

    @Test
    default void aWorkerThatWasRescuedCanClaimAnew(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim old = Given.claimed(store);
        fixture.advance(LONG_AFTER);
        store.claims().rescue();

        Claim again = Given.claim(store, old.worker());

        assertThat(store.claims().complete(old, null)).isEqualTo(Settlement.STALE);
        assertThat(store.claims().rescue()).isEqualTo(new Rescue(0, 0));
        assertThat(store.claims().complete(again, null)).isEqualTo(Settlement.DONE);
    }

    @Test
    default void aWorkerThatRetiresGivesItsJobsBackUnworked(Persistence store) {
        store.jobs().createAll(Given.jobs(3));
        WorkerId worker = WorkerId.next();
        List<Claim> claims = store.claims().claim(Given.request(worker).limit(2));
        List<Claim> others = store.claims().claim(Given.request(WorkerId.next()));

        assertThat(store.claims().retire(worker)).isEqualTo(2);

        for (Claim claim : claims) {
            Job job = store.jobs().get(claim.jobId());
            assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
            assertThat(job.attempt()).isZero();
            assertThat(store.claims().complete(claim, null)).isEqualTo(Settlement.STALE);
        }
        assertThat(store.jobs().get(others.get(0).jobId()))
                .isEqualTo(others.get(0).job());
        assertThat(store.claims().claim(Given.request(WorkerId.next()).limit(5)))
                .hasSize(2);
    }

    @Test
    default void retiringWithNothingInHandReleasesNothing(Persistence store) {
        Claim claim = Given.claimed(store);
        store.claims().complete(claim, null);

        assertThat(store.claims().retire(WorkerId.next())).isZero();
        assertThat(store.claims().retire(claim.worker())).isZero();
        assertThat(store.claims().retire(claim.worker())).isZero();
    }
}
