package dev.reelstore.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How units of this adapter see each other, where it is particular. */
final class IsolationTest {

    private static final UnitOptions STRICT = UnitOptions.DEFAULT.isolation(Isolation.SERIALIZABLE);

    private final InMemoryPersistence store =
            InMemoryPersistence.create(InMemorySettings.defaults().lockTimeout(Duration.ofMillis(200)));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aUnitSeesItsOwnWritesOverWhatOthersCommitMeanwhile() {
        JobId cancelled = store.jobs().create(job()).id();
        store.unitOfWork().run(stores -> {
            stores.jobs().cancel(cancelled);
            stores.jobs().create(job());
            elsewhere(() -> store.jobs().create(job()));

            assertThat(stores.jobs().countByStatus(JobFilter.all()))
                    .containsEntry(JobStatus.QUEUED, 2L)
                    .containsEntry(JobStatus.CANCELLED, 1L);
            assertThat(elsewhere(() -> store.jobs().countByStatus(JobFilter.all())))
                    .containsEntry(JobStatus.QUEUED, 2L)
                    .containsEntry(JobStatus.CANCELLED, 0L);
        });
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(3);
    }

    @Test
    void aStrictUnitThatWritesRunsAlone() {
        store.unitOfWork().run(STRICT, stores -> {
            stores.jobs().create(job());
            assertThatThrownBy(() -> elsewhere(() -> store.jobs().create(job())))
                    .isInstanceOf(StoreTimeoutException.class);
            assertThat(elsewhere(() -> store.jobs().count(JobFilter.all()))).isZero();
        });
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @Test
    void aStrictUnitWaitsForThoseThatWriteAlready() {
        UnitHandle writing = store.unitOfWork().open(UnitOptions.DEFAULT);
        writing.stores().jobs().create(job());

        assertThatThrownBy(() -> elsewhere(() -> store.unitOfWork().<Long, RuntimeException>call(STRICT, stores -> 1L)))
                .isInstanceOf(StoreTimeoutException.class);

        writing.commit();
        long seen = elsewhere(() -> store.unitOfWork()
                .<Long, RuntimeException>call(STRICT, stores -> stores.jobs().count(JobFilter.all())));
        assertThat(seen).isEqualTo(1);
    }

    @Test
    void aStrictUnitThatOnlyReadsHoldsNobodyUpAndSeesOneMoment() {
        store.unitOfWork().run(STRICT.asReadOnly(), stores -> {
            elsewhere(() -> store.jobs().create(job()));
            assertThat(stores.jobs().count(JobFilter.all())).isZero();
        });
    }

    @Test
    void undoingANestedPartKeepsWhatOthersCommittedMeanwhile() {
        NewJob outer = job();
        NewJob undone = job();
        NewJob others = job();
        store.unitOfWork().run(stores -> {
            stores.jobs().create(outer);
            IllegalStateException undo = new IllegalStateException("undo");
            assertThatThrownBy(() -> stores.runNested(inner -> {
                        inner.jobs().create(undone);
                        inner.jobs().delete(outer.id());
                        elsewhere(() -> store.jobs().create(others));
                        throw undo;
                    }))
                    .isSameAs(undo);
            assertThat(stores.jobs().exists("render", others.target(), Set.of()))
                    .isTrue();
        });

        assertThat(store.jobs().find(outer.id())).isPresent();
        assertThat(store.jobs().find(undone.id())).isEmpty();
        assertThat(store.jobs().find(others.id())).isPresent();
    }

    @Test
    void aJobThatIsDeletedAndCreatedAnewInOneUnitIsFoundOnlyAsTheNewOne() {
        Target before = new Target("file", "before");
        Target after = new Target("file", "after");
        JobId id = store.jobs().create(NewJob.of("render", before)).id();

        store.unitOfWork().run(stores -> {
            stores.jobs().delete(id);
            stores.jobs().create(NewJob.of("render", after).id(id));
            elsewhere(() -> store.jobs().create(job()));
        });

        assertThat(store.jobs().exists("render", before, Set.of())).isFalse();
        assertThat(store.jobs().exists("render", after, Set.of())).isTrue();
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
    }

    @Test
    void progressIsReportedBesideAUnitUnderTheSameClaim() {
        NewJob asked = job();
        store.jobs().create(asked);
        WorkerId worker = WorkerId.next();
        Claim claim = store.claims()
                .claim(ClaimRequest.of(worker, "default", List.of("render")))
                .get(0);
        StageProgress half = new StageProgress("encode", 1, 50, null);
        StageProgress most = new StageProgress("encode", 1, 90, null);

        Guarded<Settlement> ended = store.unitOfWork().under(claim, stores -> {
            assertThat(elsewhere(() -> store.claims().progress(claim, half))).isEqualTo(Settlement.DONE);
            HeartbeatRequest beat = new HeartbeatRequest(
                    worker,
                    Duration.ofSeconds(20),
                    List.of(claim),
                    List.of(new HeartbeatRequest.Report(claim, most)),
                    null);
            assertThat(elsewhere(() -> store.claims().heartbeat(beat)).lost()).isEmpty();
            assertThatThrownBy(() -> elsewhere(() -> store.jobs().cancel(asked.id())))
                    .isInstanceOf(StoreTimeoutException.class);
            return stores.claims().complete(claim, null);
        });

        assertThat(ended).isEqualTo(new Guarded.Done<>(Settlement.DONE));
        assertThat(store.jobs().stages(asked.id()))
                .extracting(StageState::progress)
                .containsExactly(most);
    }

    private static NewJob job() {
        JobId id = JobId.next();
        return NewJob.of("render", new Target("file", id.toString())).id(id);
    }

    private static <T> T elsewhere(Callable<T> call) throws RuntimeException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        answer.complete(call.call());
                    } catch (Throwable failure) {
                        answer.completeExceptionally(failure);
                    }
                })
                .start();
        try {
            return answer.orTimeout(20, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
