package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Heartbeat;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Rescue;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** While work is done under a claim nobody takes the job away: who wants to waits for the commit (G4, G6). */
public interface ClaimGuardContract extends Contract {

    @Test
    default void aRescueWaitsForTheWorkAndFindsTheJobCompleted(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        fixture.advance(Duration.ofHours(1));

        assertThat(meanwhile(fixture, claim, true, store.claims()::rescue)).isEqualTo(new Rescue(0, 0));
        assertThat(store.jobs().get(claim.jobId()).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    default void aRescueFreesAJobWhoseWorkDidNotSettleIt(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        fixture.advance(Duration.ofHours(1));

        assertThat(meanwhile(fixture, claim, false, store.claims()::rescue)).isEqualTo(new Rescue(1, 0));
        assertThat(store.jobs().get(claim.jobId()).status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    default void aCancelWaitsForTheWorkAndComesTooLate(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);

        assertThat(meanwhile(fixture, claim, true, () -> store.jobs().cancel(claim.jobId())))
                .isFalse();
        assertThat(store.jobs().get(claim.jobId()).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    default void aDeleteWaitsForTheWork(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);

        assertThat(meanwhile(fixture, claim, true, () -> store.jobs().delete(claim.jobId())))
                .isTrue();
        assertThat(store.jobs().find(claim.jobId())).isEmpty();
        assertThat(store.jobs().count(JobFilter.all()))
                .as("the effect of the work")
                .isEqualTo(1);
    }

    @Test
    default void aSecondUnitUnderTheClaimWaitsAndFindsItStale(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);

        Guarded<Settlement> second = meanwhile(
                fixture,
                claim,
                true,
                () -> store.unitOfWork().under(claim, stores -> stores.claims().complete(claim, null)));

        assertThat(second).isEqualTo(new Guarded.Stale<>());
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
    }

    @Test
    default void aHeartbeatDoesNotWaitForTheWork(Persistence store) {
        Claim claim = Given.claimed(store);

        Guarded<Heartbeat> beat = store.unitOfWork()
                .under(
                        claim,
                        stores -> Elsewhere.call(() -> store.claims()
                                .heartbeat(HeartbeatRequest.of(claim.worker(), Given.LEASE, List.of(claim)))));

        assertThat(beat)
                .isInstanceOfSatisfying(
                        Guarded.Done.class,
                        done -> assertThat(((Heartbeat) done.value()).lost()).isEmpty());
    }

    /** What a call answers that begins, on another thread, while the claim's work is done, and has to wait for it. */
    private static <T> T meanwhile(Fixture fixture, Claim claim, boolean complete, Callable<T> call) {
        Elsewhere<T> other = Elsewhere.of(call);
        Guarded<Boolean> work = fixture.persistence().unitOfWork().under(claim, stores -> {
            other.start();
            stores.jobs().create(follower());
            other.mustStillWaitAfter(Given.patience(fixture));
            return !complete || stores.claims().complete(claim, null) == Settlement.DONE;
        });
        assertThat(work).isEqualTo(new Guarded.Done<>(true));
        return other.answer();
    }

    private static NewJob follower() {
        return NewJob.of("publish", new Target("film", "one"));
    }
}
