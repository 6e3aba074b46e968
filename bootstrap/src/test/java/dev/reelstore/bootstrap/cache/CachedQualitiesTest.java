package dev.reelstore.bootstrap.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.cache.CachedQualities;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept, and when it is forgotten. What others change goes past the cache, straight into the store. */
final class CachedQualitiesTest {

    private static final QualityLevel LEVEL = QualityLevel.LEVEL_720P;

    private final Persistence store = InMemoryPersistence.create();
    private final SlowLists slow = new SlowLists(store);
    private final Reelstore cached = Reelstore.on(CachedQualities.over(slow.persistence(), 100, Duration.ofDays(1)));
    private VideoId video;
    private VideoQuality kept;

    /** Another's change that only a new read would show. */
    @BeforeEach
    void keepAListThatIsOld() {
        video = store.videos().create(NewVideo.draft()).id();
        kept = store.qualities().put(NewQuality.of(video, LEVEL, "old"));
        store.qualities().setDefault(video, kept.id());
        assertThat(urls(cached)).containsExactly("old");
        store.qualities().put(NewQuality.of(video, QualityLevel.ORIGINAL, "others'"));
    }

    @AfterEach
    void close() {
        cached.close();
    }

    @Test
    void aListThatWasReadIsAnsweredFromMemoryAndTheDefaultWithIt() {
        store.qualities().updateStatus(kept.id(), QualityStatus.FAILED);

        assertThat(urls(cached)).containsExactly("old");
        assertThat(cached.qualities().findDefault(video).map(VideoQuality::id)).contains(kept.id());
        assertThat(cached.qualities().findDefaultReady(video)).isEmpty();
        assertThat(slow.reads()).isEqualTo(1);
    }

    @Test
    void whatOthersChangeIsSeenBeforeLong() {
        try (Reelstore brief = Reelstore.on(CachedQualities.over(store, 100, Duration.ofMillis(20)))) {
            assertThat(urls(brief)).hasSize(2);
            store.qualities().delete(kept.id());

            await().atMost(Duration.ofSeconds(10)).until(() -> urls(brief).size() == 1);
        }
    }

    @Test
    void noMoreListsAreKeptThanAsked() {
        try (Reelstore small = Reelstore.on(CachedQualities.over(slow.persistence(), 1, Duration.ofDays(1)))) {
            int before = slow.reads();
            for (int round = 0; round < 3; round++) {
                small.qualities().list(video);
                small.qualities().list(VideoId.next());
                small.qualities().list(VideoId.next());
            }

            assertThat(slow.reads()).isGreaterThan(before + 6);
        }
    }

    static List<Change> changes() {
        return List.of(
                new Change("put", (stores, old) -> stores.qualities().put(NewQuality.of(old.video(), LEVEL, "new"))),
                new Change(
                        "putAll",
                        (stores, old) -> stores.qualities().putAll(List.of(NewQuality.of(old.video(), LEVEL, "new")))),
                new Change(
                        "updateStatus",
                        (stores, old) -> stores.qualities().updateStatus(old.id(), QualityStatus.READY)),
                new Change(
                        "updateStatuses",
                        (stores, old) -> stores.qualities().updateStatuses(Map.of(old.id(), QualityStatus.READY))),
                new Change(
                        "update",
                        (stores, old) -> stores.qualities().update(old.id(), QualityPatch.NOTHING.url("new"))),
                new Change("delete", (stores, old) -> stores.qualities().delete(old.id())),
                new Change("setDefault", (stores, old) -> stores.qualities().setDefault(old.video(), old.id())),
                new Change("delete video", (stores, old) -> stores.videos().delete(old.video())));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anOwnChangeIsSeenFromItsCommitOn(Change change) {
        change.what().accept(cached, kept);

        assertThat(cached.qualities().list(video)).isEqualTo(store.qualities().list(video));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anOwnChangeOfWhatTheKeptListDoesNotHoldYetIsSeenFromItsCommitOn(Change change) {
        VideoQuality later = store.qualities()
                .put(NewQuality.of(video, QualityLevel.LEVEL_1080P, "later").ready(MediaFacts.UNKNOWN));
        change.what().accept(cached, later);

        assertThat(cached.qualities().list(video)).isEqualTo(store.qualities().list(video));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theChangeOfAUnitIsSeenFromItsCommitOnAndNotBefore(Change change) {
        cached.run(unit -> {
            change.what().accept(unit, kept);

            assertThat(unit.qualities().list(video)).isNotEqualTo(List.of(kept));
            assertThat(cached.qualities().list(video))
                    .isEqualTo(unit.qualities().list(video));
            assertThat(elsewhere(() -> urls(cached))).containsExactly("old");
        });

        assertThat(cached.qualities().list(video)).isEqualTo(store.qualities().list(video));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeThatJoinsAUnitIsSeenFromTheCommitOfThatUnitOn(Change change) {
        cached.run(outer -> {
            cached.run(inner -> inner.runNested(nested -> change.what().accept(cached, kept)));

            assertThat(elsewhere(() -> urls(cached))).containsExactly("old");
        });

        assertThat(cached.qualities().list(video)).isEqualTo(store.qualities().list(video));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theChangeOfAManualUnitIsSeenFromItsCommitOn(Change change) {
        try (UnitHandle handle = cached.unitOfWork().open(UnitOptions.DEFAULT)) {
            change.what().accept(handle.stores(), kept);
            assertThat(elsewhere(() -> urls(cached))).containsExactly("old");
            handle.commit();
        }

        assertThat(cached.qualities().list(video)).isEqualTo(store.qualities().list(video));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aRollbackForgetsNothing(Change change) {
        assertThatThrownBy(() -> cached.run(unit -> {
                    change.what().accept(unit, kept);
                    throw new IllegalStateException("stop");
                }))
                .isInstanceOf(IllegalStateException.class);
        try (UnitHandle handle = cached.unitOfWork().open(UnitOptions.DEFAULT)) {
            change.what().accept(handle.stores(), kept);
        }

        assertThat(urls(cached)).containsExactly("old");
        assertThat(slow.reads()).isEqualTo(1);
    }

    @Test
    void aUnitReadsWhatIsThereAndNotWhatIsKept() {
        assertThat(cached.<List<String>, RuntimeException>call(CachedQualitiesTest.this::urls))
                .containsExactly("old", "others'");
        assertThat(urls(cached)).containsExactly("old");
    }

    @Test
    void aChangeOfAnotherVideoForgetsNothingOfThisOne() {
        VideoId other = cached.videos().create(NewVideo.draft()).id();
        VideoQuality quality = cached.qualities().put(NewQuality.of(other, LEVEL, "a"));
        cached.qualities().updateStatus(quality.id(), QualityStatus.READY);
        cached.videos().delete(other);

        assertThat(urls(cached)).containsExactly("old");
    }

    @Test
    void aListThatWasLoadedBeforeACommitIsNotKeptAfterIt() throws Exception {
        VideoId fresh = store.videos().create(NewVideo.draft()).id();
        CountDownLatch committed = new CountDownLatch(1);
        CountDownLatch loaded = slow.holdNext(committed);
        CompletableFuture<List<VideoQuality>> early =
                CompletableFuture.supplyAsync(() -> cached.qualities().list(fresh), task -> new Thread(task).start());
        assertThat(loaded.await(10, TimeUnit.SECONDS)).isTrue();

        VideoQuality put = cached.qualities().put(NewQuality.of(fresh, LEVEL, "new"));
        committed.countDown();

        assertThat(early.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(cached.qualities().list(fresh)).containsExactly(put);
    }

    @Test
    void whatIsClosedAnswersNothingMore() {
        cached.close();

        assertThatThrownBy(() -> cached.qualities().list(video)).isInstanceOf(StoreUnavailableException.class);
    }

    private List<String> urls(Stores stores) {
        return stores.qualities().list(video).stream().map(VideoQuality::url).toList();
    }

    private static <T> T elsewhere(Supplier<T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        answer.complete(call.get());
                    } catch (RuntimeException failed) {
                        answer.completeExceptionally(failed);
                    }
                })
                .start();
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /**
     * A way to change what is kept.
     *
     * @param name for the report
     * @param what changes this rendition
     */
    record Change(String name, BiConsumer<Stores, VideoQuality> what) {

        @Override
        public String toString() {
            return name;
        }
    }
}
