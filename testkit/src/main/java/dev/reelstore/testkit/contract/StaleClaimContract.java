package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stale claim changes nothing, whatever is tried under it: at most one completion (G4). */
public interface StaleClaimContract extends Contract {

    @ParameterizedTest
    @EnumSource(Loss.class)
    default void underAStaleClaimNothingChanges(Loss loss, Fixture fixture) {
        Claim claim = Given.claimed(fixture.persistence());
        loss.happenTo(claim, fixture);

        nothingChangesUnder(claim, fixture.persistence());
    }

    @Test
    default void underAClaimWithAnotherFenceNothingChanges(Persistence store) {
        Claim claim = Given.claimed(store);
        store.claims().release(claim);
        Claim held = Given.claim(store, claim.worker());

        nothingChangesUnder(new Claim(held.job(), held.worker(), held.fence() - 1, held.token()), store);
        nothingChangesUnder(new Claim(held.job(), held.worker(), held.fence() + 1, held.token()), store);
        assertThat(store.claims().complete(held, null)).isEqualTo(Settlement.DONE);
    }

    @Test
    default void underAClaimWithAnotherTokenNothingChanges(Persistence store) {
        Claim held = Given.claimed(store);

        nothingChangesUnder(new Claim(held.job(), held.worker(), held.fence(), UUID.randomUUID()), store);
        assertThat(store.claims().complete(held, null)).isEqualTo(Settlement.DONE);
    }

    @Test
    default void whoSettledCanLookHowTheJobEndedUnderTheClaim(Persistence store) {
        Claim claim = Given.claimed(store);
        assertThat(store.claims().endedUnder(claim)).isEmpty();

        store.claims().complete(claim, null);

        assertThat(store.claims().endedUnder(claim)).contains(JobStatus.COMPLETED);
        assertThat(store.claims().endedUnder(new Claim(claim.job(), claim.worker(), claim.fence(), UUID.randomUUID())))
                .isEmpty();
        assertThat(store.claims().endedUnder(new Claim(claim.job(), claim.worker(), claim.fence() + 1, claim.token())))
                .isEmpty();
    }

    @Test
    default void ofAFailedJobTooAndOfNoOther(Persistence store) {
        Claim failed = Given.claimed(store);
        store.claims().fail(failed, JobFailure.forGood("broken"));
        Claim cancelled = Given.claimed(store);
        store.jobs().cancel(cancelled.jobId());
        Claim again = Given.claimed(store);
        store.claims().fail(again, JobFailure.retryAfter(Duration.ofHours(1), "flaky"));

        assertThat(store.claims().endedUnder(failed)).contains(JobStatus.FAILED);
        assertThat(store.claims().endedUnder(cancelled)).isEmpty();
        assertThat(store.claims().endedUnder(again)).isEmpty();

        store.jobs().retry(failed.jobId(), Set.of());
        assertThat(store.claims().endedUnder(failed)).isEmpty();
        store.jobs().delete(failed.jobId());
        assertThat(store.claims().endedUnder(failed)).isEmpty();
    }

    @Test
    default void underAClaimOnAnotherJobNothingChanges(Persistence store) {
        Claim held = Given.claimed(store);
        Job other = store.jobs().create(Given.job());

        nothingChangesUnder(new Claim(other, held.worker(), held.fence(), held.token()), store);
        assertThat(store.claims().complete(held, null)).isEqualTo(Settlement.DONE);
    }

    @Test
    default void theBodyOfAUnitDoesNotRunUnderAStaleClaim(Persistence store) {
        Claim claim = Given.claimed(store);
        store.jobs().cancel(claim.jobId());
        AtomicBoolean ran = new AtomicBoolean();

        Guarded<Boolean> guarded = store.unitOfWork().under(claim, stores -> {
            ran.set(true);
            Given.video(stores);
            return true;
        });

        assertThat(guarded).isEqualTo(new Guarded.Stale<>());
        assertThat(guarded.done()).isFalse();
        assertThat(ran).isFalse();
    }

    @Test
    default void ofManySettlementsThatRaceOneTakesEffect(Persistence store) {
        for (int round = 0; round < 3; round++) {
            Claim claim = Given.claimed(store);

            List<Boolean> effective = Racers.race(number -> Again.whileSafe(() -> settle(store, claim, number)));

            assertThat(effective).containsOnlyOnce(true);
            assertThat(store.jobs().get(claim.jobId()).status()).isNotEqualTo(JobStatus.RUNNING);
            store.jobs().delete(claim.jobId());
        }
    }

    @Test
    default void aWorkerThatWakesUpLateDoesNotUndoWhatAnotherDid(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim frozen = Given.claimed(store);
        Loss.RESCUED.happenTo(frozen, fixture);
        Claim next = Given.claim(store, WorkerId.next());
        JsonDocument answer = new JsonDocument("\"second\"");
        assertThat(store.claims().complete(next, answer)).isEqualTo(Settlement.DONE);

        nothingChangesUnder(frozen, store);
        assertThat(store.jobs().get(next.jobId()).result()).isEqualTo(answer);
    }

    private static boolean settle(Stores store, Claim claim, int number) {
        return switch (number % 4) {
            case 0 -> store.claims().complete(claim, null) == Settlement.DONE;
            case 1 -> store.claims().fail(claim, JobFailure.forGood("broken")) != FailureSettlement.STALE;
            case 2 ->
                store.claims().fail(claim, JobFailure.retryAfter(Duration.ofHours(1), "broken"))
                        != FailureSettlement.STALE;
            default -> store.claims().release(claim) == Settlement.DONE;
        };
    }

    private static void nothingChangesUnder(Claim claim, Persistence store) {
        Optional<Job> job = store.jobs().find(claim.jobId());
        List<StageState> stages = store.jobs().stages(claim.jobId());
        long jobs = store.jobs().count(JobFilter.all());

        assertThat(store.claims().progress(claim, new StageProgress("late", 1, 1, null)))
                .isEqualTo(Settlement.STALE);
        assertThat(store.claims().checkpoint(claim, "late", JsonDocument.EMPTY)).isEqualTo(Settlement.STALE);
        assertThat(store.claims().complete(claim, new JsonDocument("\"late\""))).isEqualTo(Settlement.STALE);
        assertThat(store.claims().fail(claim, JobFailure.forGood("late"))).isEqualTo(FailureSettlement.STALE);
        assertThat(store.claims().fail(claim, JobFailure.retryAfter(Duration.ZERO, "late")))
                .isEqualTo(FailureSettlement.STALE);
        assertThat(store.claims().release(claim)).isEqualTo(Settlement.STALE);
        assertThat(store.unitOfWork()
                        .under(claim, stores -> stores.jobs().create(Given.job()))
                        .done())
                .isFalse();

        assertThat(store.jobs().find(claim.jobId())).isEqualTo(job);
        assertThat(store.jobs().stages(claim.jobId())).isEqualTo(stages);
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(jobs);
    }
}
