package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Failures are documented ones and say whether a repeat is safe, also those of a closed store (G13). */
public interface FailureContract extends Contract {

    @Test
    default void everyCallOnAClosedStoreSaysThatItIsClosed(Persistence store) {
        Claim claim = Given.claimed(store);
        store.close();

        for (ThrowingCallable call : everyCall(store, claim)) {
            assertThatThrownBy(call).isInstanceOfSatisfying(StoreUnavailableException.class, closed -> {
                assertThat(closed.repeat()).isEqualTo(Repeat.USELESS);
                assertThat(closed.getMessage()).isNotBlank();
            });
        }
    }

    @Test
    default void closingAStoreMoreThanOnceIsHarmless(Persistence store) {
        store.close();
        store.close();
    }

    @Test
    default void aUnitThatIsOpenWhenItsStoreIsClosedDoesNotCommit(Persistence store) {
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().create(Given.job());
            Elsewhere.call(() -> {
                store.close();
                return true;
            });
            assertThatThrownBy(unit::commit).isInstanceOf(StoreException.class);
        }
    }

    @Test
    default void theFailureOfACallInAUnitIsTheOneThatComesOut(Persistence store) {
        List<Throwable> inside = new ArrayList<>();

        Throwable outside = catchThrowable(() -> store.unitOfWork().run(stores -> {
            try {
                stores.jobs().get(JobId.next());
            } catch (StoreException failed) {
                inside.add(failed);
                throw failed;
            }
        }));

        assertThat(outside).isSameAs(inside.get(0));
    }

    @Test
    default void aStoreThatRefusedACallGoesOnWorking(Persistence store) {
        NewJob job = Given.job();
        store.jobs().create(job);
        for (int i = 0; i < 40; i++) {
            Swallow.failureOf(() -> store.jobs().get(JobId.next()));
            Swallow.failureOf(
                    () -> store.jobs().create(NewJob.of("probe", job.target()).id(job.id())));
            Swallow.failureOf(() -> store.qualities().put(NewQuality.of(VideoId.next(), QualityLevel.ORIGINAL, "a")));
            Swallow.failureOf(() -> store.unitOfWork().run(stores -> {
                throw new IllegalStateException("undo");
            }));
        }

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
        assertThat(store.unitOfWork().active()).isFalse();
    }

    private static List<ThrowingCallable> everyCall(Persistence store, Claim claim) {
        List<ThrowingCallable> calls = new ArrayList<>(List.of(
                () -> store.jobs().create(Given.job()),
                () -> store.jobs().createAll(Given.jobs(2)),
                () -> store.jobs().createIfAbsent(Given.job(), Set.of()),
                () -> store.jobs().find(claim.jobId()),
                () -> store.jobs().get(claim.jobId()),
                () -> store.jobs().list(JobQuery.oldestFirst(JobFilter.all())),
                () -> store.jobs().count(JobFilter.all()),
                () -> store.jobs().countByStatus(JobFilter.all()),
                () -> store.jobs().exists(Given.TYPE, Given.job().target(), Set.of()),
                () -> store.jobs().stages(claim.jobId()),
                () -> store.jobs().cancel(claim.jobId()),
                () -> store.jobs().retry(claim.jobId(), Set.of()),
                () -> store.jobs().delete(claim.jobId())));
        calls.addAll(List.of(
                () -> store.claims().claim(Given.request(WorkerId.next())),
                () -> store.claims().heartbeat(HeartbeatRequest.of(claim.worker(), Given.LEASE, List.of(claim))),
                () -> store.claims().progress(claim, new StageProgress("render", 1, 1, null)),
                () -> store.claims().checkpoint(claim, "render", JsonDocument.EMPTY),
                () -> store.claims().complete(claim, null),
                () -> store.claims().fail(claim, JobFailure.forGood("broken")),
                () -> store.claims().release(claim),
                () -> store.claims().rescue(),
                () -> store.claims().retire(claim.worker())));
        calls.addAll(List.of(
                () -> store.videos().create(NewVideo.draft()),
                () -> store.videos().registerByExternalId(NewVideo.ofExternalId("yt-1")),
                () -> store.videos().registerBySourceHash(NewVideo.ofSource(new SourceHash("a".repeat(64)))),
                () -> store.videos().find(VideoId.next()),
                () -> store.videos().get(VideoId.next()),
                () -> store.videos().findByExternalId("yt-1"),
                () -> store.videos().findBySourceHash(new SourceHash("a".repeat(64))),
                () -> store.videos().updateStatus(VideoId.next(), VideoStatus.PUBLISHED),
                () -> store.qualities().put(NewQuality.of(VideoId.next(), QualityLevel.ORIGINAL, "a")),
                () -> store.qualities().find(QualityId.next()),
                () -> store.qualities().get(QualityId.next()),
                () -> store.qualities().list(VideoId.next()),
                () -> store.qualities().findDefault(VideoId.next()),
                () -> store.qualities().updateStatus(QualityId.next(), QualityStatus.READY),
                () -> store.qualities().setDefault(VideoId.next(), QualityId.next())));
        calls.addAll(List.of(
                () -> store.unitOfWork().run(stores -> stores.jobs().create(Given.job())),
                () -> store.unitOfWork().under(claim, stores -> true),
                () -> store.unitOfWork().open(UnitOptions.DEFAULT).close(),
                () -> store.signals().listen("default", () -> {}).close(),
                () -> store.now()));
        return calls;
    }
}
