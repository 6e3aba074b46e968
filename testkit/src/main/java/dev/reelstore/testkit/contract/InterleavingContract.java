package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Rescue;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.LockStep.Pair;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rules hold in whatever order the steps of two units follow each other: one default per video (G7), one job where one is
 * wanted (G2), one end of an attempt (G4), nothing left of what was deleted (G8).
 */
public interface InterleavingContract extends Contract {

    @Test
    default void oneOfTwoDefaultsStays(Persistence store) {
        int orders = everyOrder(store, () -> {
            Ladder ladder = new Ladder(store);
            Script low = Script.of(ladder::putLow, ladder::defaultLow);
            Script high = Script.of(ladder::putHigh, ladder::defaultHigh);
            return new Pair(low, high, () -> {
                assertThat(List.of(low, high)).extracting(Script::answer).containsExactly(true, true);
                assertThat(ladder.defaults()).hasSize(1);
            });
        });

        assertThat(orders).isEqualTo(20);
    }

    @Test
    default void aDefaultThatFailsLosesItsFlagWhoeverSetsItMeanwhile(Persistence store) {
        everyOrder(store, () -> {
            Ladder ladder = new Ladder(store);
            store.qualities().setDefault(ladder.video, ladder.low);
            Script chooses = Script.of(ladder::putLow, ladder::defaultHigh);
            Script fails = Script.of(stores -> stores.qualities().updateStatus(ladder.high, QualityStatus.FAILED));
            return new Pair(chooses, fails, () -> ladder.theOldDefaultStaysUnless(chooses, fails));
        });
    }

    @Test
    default void aDefaultThatIsDeletedIsNoneWhoeverSetsItMeanwhile(Persistence store) {
        everyOrder(store, () -> {
            Ladder ladder = new Ladder(store);
            store.qualities().setDefault(ladder.video, ladder.low);
            Script chooses = Script.of(ladder::putLow, ladder::defaultHigh);
            Script deletes = Script.of(stores -> stores.qualities().delete(ladder.high));
            return new Pair(chooses, deletes, () -> ladder.theOldDefaultStaysUnless(chooses, deletes));
        });
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    default void oneOfTwoCreatesAJob(Isolation isolation, Persistence store) {
        LockStep.everyOrder(store, UnitOptions.DEFAULT.isolation(isolation), () -> {
            Wish wish = new Wish(store);
            Script one = Script.of(wish::look, wish::create);
            Script other = Script.of(wish::look, wish::create);
            return new Pair(one, other, () -> wish.isMetOnceBy(one, other));
        });
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    default void aJobIsRetriedOrAnotherCreated(Isolation isolation, Persistence store) {
        LockStep.everyOrder(store, UnitOptions.DEFAULT.isolation(isolation), () -> {
            Wish wish = new Wish(store);
            Script creates = Script.of(wish::create);
            Script retries = Script.of(wish::look, stores -> stores.jobs().retry(wish.old, JobStatus.live()));
            return new Pair(creates, retries, () -> wish.isMetOnceBy(creates, retries));
        });
    }

    @Test
    default void aJobIsCompletedOrCancelled(Persistence store) {
        everyOrder(store, () -> {
            Claim claim = Given.claimed(store);
            Script completes = Script.of(stores -> stores.claims().complete(claim, null));
            Script cancels = Script.of(stores -> stores.jobs().cancel(claim.jobId()));
            return new Pair(completes, cancels, () -> {
                boolean cancelled = Boolean.TRUE.equals(cancels.answer());
                assertThat(completes.answer()).isEqualTo(cancelled ? Settlement.STALE : Settlement.DONE);
                assertThat(store.jobs().get(claim.jobId()).status())
                        .isEqualTo(cancelled ? JobStatus.CANCELLED : JobStatus.COMPLETED);
            });
        });
    }

    @Test
    default void aJobIsCompletedOrRescued(Fixture fixture) {
        Persistence store = fixture.persistence();
        everyOrder(store, () -> {
            Claim claim = Given.claimed(store);
            fixture.advance(Given.LEASE);
            Script completes = Script.of(stores -> stores.claims().complete(claim, null));
            Script rescues = Script.of(stores -> stores.claims().rescue());
            return new Pair(completes, rescues, () -> {
                boolean rescued = new Rescue(1, 0).equals(rescues.answer());
                assertThat(completes.answer()).isEqualTo(rescued ? Settlement.STALE : Settlement.DONE);
                assertThat(store.jobs().get(claim.jobId()).status())
                        .isEqualTo(rescued ? JobStatus.QUEUED : JobStatus.COMPLETED);
                store.jobs().delete(claim.jobId());
            });
        });
    }

    @Test
    default void aRescueFreesNoJobThatAnotherTookMeanwhile(Fixture fixture) {
        Persistence store = fixture.persistence();
        everyOrder(store, () -> {
            Claim claim = Given.claimed(store);
            WorkerId heir = WorkerId.next();
            fixture.advance(Given.LEASE);
            Script takes = Script.of(stores -> stores.claims().release(claim), stores -> Given.claim(stores, heir));
            Script rescues = Script.of(stores -> stores.claims().rescue());
            return new Pair(takes, rescues, () -> {
                Claim taken = (Claim) Objects.requireNonNull(takes.answer());
                assertThat(store.claims().complete(taken, null)).isEqualTo(Settlement.DONE);
            });
        });
    }

    @Test
    default void nothingComesToAJobThatIsDeleted(Persistence store) {
        everyOrder(store, () -> {
            Claim claim = Given.claimed(store, NewJob.of(Given.TYPE, new Target("film", "gone")));
            JobId job = claim.jobId();
            Script deletes = Script.of(stores -> stores.jobs().delete(job));
            Script writes = Script.of(
                    stores -> stores.claims().progress(claim, new StageProgress("render", 1, 50, null)),
                    stores -> stores.analysis().add(Found.oneOfEach(job)));
            return gone(store, job, deletes, writes);
        });
    }

    @Test
    default void nothingIsFoundInAJobThatIsDeleted(Persistence store) {
        everyOrder(store, () -> {
            JobId job = Found.job(store);
            Script deletes = Script.of(stores -> stores.jobs().delete(job));
            Script finds = Script.of(stores -> stores.analysis().add(Found.oneOfEach(job)));
            return gone(store, job, deletes, finds);
        });
    }

    @Test
    default void noRenditionComesToAVideoThatIsDeleted(Persistence store) {
        everyOrder(store, () -> {
            VideoId video = Given.video(store);
            NewQuality low = NewQuality.of(video, QualityLevel.LEVEL_144P, "low");
            NewQuality high = NewQuality.of(video, QualityLevel.LEVEL_1080P, "high");
            Script deletes = Script.of(stores -> stores.videos().delete(video));
            Script puts = Script.of(
                    stores -> stores.qualities().put(low),
                    stores -> stores.qualities().put(high));
            return new Pair(deletes, puts, () -> {
                assertThat(deletes.answer()).isEqualTo(true);
                assertThat(store.videos().find(video)).isEmpty();
                assertThat(store.qualities().list(video)).isEmpty();
                assertThat(store.qualities().find(low.id())).isEmpty();
            });
        });
    }

    private static int everyOrder(Persistence store, Supplier<Pair> pairs) {
        return LockStep.everyOrder(store, UnitOptions.DEFAULT, pairs);
    }

    private static Pair gone(Persistence store, JobId job, Script deletes, Script writes) {
        return new Pair(deletes, writes, () -> {
            assertThat(deletes.answer()).isEqualTo(true);
            assertThat(store.jobs().find(job)).isEmpty();
            assertThat(store.jobs().stages(job)).isEmpty();
            assertThat(Found.count(store, job)).isZero();
        });
    }
}
