package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Units that get in each other's way: they wait, and when that takes too long they fail and may be repeated (G13). */
public interface ContentionContract extends Contract {

    @Test
    default void whoWantsToWriteWhatAUnitWroteWaitsForItsEnd(Fixture fixture) {
        Persistence store = fixture.persistence();
        VideoId video = Given.video(store);
        Elsewhere<Boolean> other;

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().videos().updateStatus(video, VideoStatus.PROCESSING);
            other = Elsewhere.start(() -> store.videos().updateStatus(video, VideoStatus.PUBLISHED));
            other.mustStillWaitAfter(Given.patience(fixture));
            unit.commit();
        }

        assertThat(other.answer()).isTrue();
        assertThat(store.videos().get(video).status()).isEqualTo(VideoStatus.PUBLISHED);
    }

    @Test
    default void whoOnlyReadsWhatAUnitWroteDoesNotWait(Persistence store) {
        VideoId video = Given.video(store);
        Claim claim = Given.claimed(store);

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().videos().updateStatus(video, VideoStatus.PROCESSING);
            unit.stores().claims().complete(claim, null);

            Elsewhere.call(() -> {
                assertThat(store.videos().get(video).status()).isEqualTo(VideoStatus.DRAFT);
                assertThat(store.jobs().get(claim.jobId()).status()).isEqualTo(JobStatus.RUNNING);
                assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
                return true;
            });
        }
    }

    @Test
    default void aWaitThatTakesTooLongFailsChangesNothingAndMayBeRepeated(Fixture fixture) {
        Persistence store = fixture.persistence();
        VideoId video = Given.video(store);
        QualityId quality = store.qualities()
                .put(NewQuality.of(video, QualityLevel.ORIGINAL, "a"))
                .id();
        Claim claim = Given.claimed(store);
        Given.jobIn(store, JobStatus.FAILED, Given.job().queue("other"));
        long before = store.jobs().count(JobFilter.all());

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().videos().updateStatus(video, VideoStatus.PROCESSING);
            unit.stores().qualities().setDefault(video, quality);
            unit.stores().claims().complete(claim, null);
            unit.stores().jobs().createIfAbsent(Given.job(), JobStatus.live());
            List<Elsewhere<Throwable>> others = List.of(
                    failing(() -> store.videos().updateStatus(video, VideoStatus.PUBLISHED)),
                    failing(() -> store.qualities().setDefault(video, quality)),
                    failing(() -> store.jobs().cancel(claim.jobId())),
                    failing(() -> store.jobs().createIfAbsent(Given.job(), EnumSet.of(JobStatus.QUEUED))));

            for (Elsewhere<Throwable> other : others) {
                assertThat(other.answer())
                        .isInstanceOfSatisfying(
                                StoreTimeoutException.class,
                                late -> assertThat(late.repeat()).isEqualTo(Repeat.SAFE));
            }
        }

        assertThat(store.videos().get(video).status()).isEqualTo(VideoStatus.DRAFT);
        assertThat(store.jobs().get(claim.jobId())).isEqualTo(claim.job());
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(before);
        assertThat(store.jobs().cancel(claim.jobId())).as("the repeat").isTrue();
    }

    @Test
    default void twoUnitsThatWaitForEachOtherBothGetThroughWhenRepeated(Persistence store) {
        VideoId one = Given.video(store);
        VideoId two = Given.video(store);
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger failures = new AtomicInteger();

        Racers.race(2, number -> {
            AtomicInteger attempts = new AtomicInteger();
            return Again.whileSafe(() -> {
                try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
                    unit.stores().videos().updateStatus(number == 0 ? one : two, VideoStatus.PROCESSING);
                    if (attempts.getAndIncrement() == 0) {
                        bothHoldOne.await(Elsewhere.DEADLINE.toSeconds(), TimeUnit.SECONDS);
                    }
                    unit.stores().videos().updateStatus(number == 0 ? two : one, VideoStatus.PUBLISHED);
                    unit.stores().jobs().create(Given.job());
                    unit.commit();
                    return true;
                } catch (StoreException failed) {
                    failures.incrementAndGet();
                    assertThat(failed).isInstanceOfAny(StoreConflictException.class, StoreTimeoutException.class);
                    assertThat(failed.repeat()).isEqualTo(Repeat.SAFE);
                    throw failed;
                }
            });
        });

        assertThat(failures.get()).as("units that had to give way").isPositive();
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
        assertThat(List.of(
                        store.videos().get(one).status(),
                        store.videos().get(two).status()))
                .containsExactlyInAnyOrder(VideoStatus.PROCESSING, VideoStatus.PUBLISHED);
    }

    private static Elsewhere<Throwable> failing(Runnable call) {
        return Elsewhere.start(() -> catchThrowable(call::run));
    }
}
