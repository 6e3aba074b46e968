package dev.reelstore.bootstrap.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.ReelstoreOptions;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoStatus;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real conflicts between units, which the façade heals by doing the loser's unit again. */
@Timeout(60)
class ConflictsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ReelstoreOptions OPTIONS =
            ReelstoreOptions.DEFAULT.retry(new RetryPolicy(3, Duration.ofMillis(20), 2.0, Duration.ofSeconds(1), true));

    static Stream<Named<Supplier<Persistence>>> stores() {
        return Stream.of(
                Named.of("in memory", InMemoryPersistence::create), Named.of("in PostgreSQL", TestDatabases::patient));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void twoUnitsThatLockTwoRowsInOppositeOrderBothGetThrough(Supplier<Persistence> store) {
        TestDatabases.clear();
        try (Reelstore reelstore = Reelstore.on(store.get(), OPTIONS)) {
            Crossing crossing = new Crossing(reelstore, UnitOptions.named("crossing"));

            crossing.both();

            assertThat(crossing.runs()).as("bodies that ran").isGreaterThan(2);
            assertThat(reelstore.jobs().count(JobFilter.all())).isEqualTo(2);
        }
    }

    @Test
    void withoutRepeatsTheLoserHearsOfTheDeadlockAndWhatTheServerSaid() {
        TestDatabases.clear();
        try (Reelstore reelstore = Reelstore.on(TestDatabases.patient())) {
            Crossing crossing =
                    new Crossing(reelstore, UnitOptions.named("crossing").retry(RetryPolicy.NONE));

            List<StoreException> failures = crossing.failures();

            assertThat(failures).hasSize(1);
            assertThat(failures.get(0))
                    .isInstanceOf(StoreConflictException.class)
                    .hasMessageContaining("40P01")
                    .cause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            said -> assertThat(said.getSQLState()).isEqualTo("40P01"));
            assertThat(reelstore.jobs().count(JobFilter.all())).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void serializableUnitsThatReadWhatTheOtherWritesActAsIfOneCameAfterTheOther(Supplier<Persistence> store)
            throws Exception {
        TestDatabases.clear();
        UnitOptions options = UnitOptions.named("first").isolation(Isolation.SERIALIZABLE);
        CountDownLatch bothHaveRead = new CountDownLatch(2);
        try (Reelstore reelstore = Reelstore.on(store.get(), OPTIONS)) {
            Supplier<Boolean> createUnlessThere = () -> reelstore.unitOfWork().call(options, stores -> {
                boolean none = stores.jobs().count(JobFilter.all()) == 0;
                bothHaveRead.countDown();
                awaitOrGoOn(bothHaveRead);
                if (none) {
                    stores.jobs().create(NewJob.of("encode", new Target("film", "one")));
                }
                return none;
            });
            CompletableFuture<Boolean> one =
                    CompletableFuture.supplyAsync(createUnlessThere, ConflictsTest::inAThreadOfItsOwn);
            CompletableFuture<Boolean> two =
                    CompletableFuture.supplyAsync(createUnlessThere, ConflictsTest::inAThreadOfItsOwn);

            assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(true, false);
            assertThat(reelstore.jobs().count(JobFilter.all())).isEqualTo(1);
        }
    }

    /** The common pool may have one thread only. */
    private static void inAThreadOfItsOwn(Runnable task) {
        new Thread(task, "unit").start();
    }

    /** A store that lets strict units run one by one never brings both here. */
    private static void awaitOrGoOn(CountDownLatch both) {
        try {
            both.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Two units, each of which holds what the other wants next. */
    private static final class Crossing {

        private final Reelstore reelstore;
        private final UnitOptions options;
        private final VideoId one;
        private final VideoId two;
        private final CountDownLatch bothHoldOne = new CountDownLatch(2);
        private final AtomicInteger runs = new AtomicInteger();

        Crossing(Reelstore reelstore, UnitOptions options) {
            this.reelstore = reelstore;
            this.options = options;
            this.one = reelstore.videos().create(NewVideo.draft()).id();
            this.two = reelstore.videos().create(NewVideo.draft()).id();
        }

        int runs() {
            return runs.get();
        }

        void both() {
            assertThat(failures()).isEmpty();
        }

        List<StoreException> failures() {
            return Stream.of(start(one, two), start(two, one)).toList().stream()
                    .flatMap(running -> {
                        try {
                            running.join();
                            return Stream.empty();
                        } catch (CompletionException failed) {
                            return Stream.of((StoreException) failed.getCause());
                        }
                    })
                    .toList();
        }

        private CompletableFuture<Void> start(VideoId first, VideoId second) {
            Runnable unit = () -> reelstore.unitOfWork().run(options, stores -> {
                runs.incrementAndGet();
                stores.videos().updateStatus(first, VideoStatus.PROCESSING);
                bothHoldOne.countDown();
                await().atMost(SOON).until(() -> bothHoldOne.getCount() == 0);
                stores.videos().updateStatus(second, VideoStatus.PUBLISHED);
                stores.jobs().create(NewJob.of("encode", Target.video(first)));
            });
            return CompletableFuture.runAsync(unit, ConflictsTest::inAThreadOfItsOwn);
        }
    }
}
