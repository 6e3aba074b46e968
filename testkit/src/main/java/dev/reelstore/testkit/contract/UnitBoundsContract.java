package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.Contract;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Where a unit of work ends: its thread, its time, what it may write. */
public interface UnitBoundsContract extends Contract {

    /** A limit that a unit overruns soon. */
    UnitOptions BRIEF = UnitOptions.named("brief").timeout(Duration.ofMillis(60));

    @Test
    default void storesUsedAfterTheirUnitRefuse(Persistence store) {
        List<Unit> kept = new ArrayList<>();
        store.unitOfWork().run(kept::add);
        Swallow.failureOf(() -> store.unitOfWork().run(stores -> {
            kept.add(stores);
            throw new IOException("undo");
        }));
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            kept.add(unit.stores());
        }

        assertThat(kept).hasSize(3);
        kept.forEach(UnitBoundsContract::mustRefuse);
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void aPortThatWasTakenFromAUnitRefusesAfterItsEndAlsoInsideAnother(Persistence store) {
        JobStore jobs = store.unitOfWork().call(stores -> stores.jobs());

        assertThatThrownBy(() -> jobs.create(Given.job())).isInstanceOf(StoreOperationException.class);
        store.unitOfWork().run(other -> {
            assertThatThrownBy(() -> jobs.create(Given.job())).isInstanceOf(StoreOperationException.class);
        });
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void storesUsedOnAnotherThreadRefuse(Persistence store) {
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            Unit stores = unit.stores();
            Elsewhere.call(() -> {
                mustRefuse(stores);
                return true;
            });
        }
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void aPortUsedOnAnotherThreadIsNoPartOfTheUnit(Persistence store) {
        Swallow.failureOf(() -> store.unitOfWork().run(stores -> {
            stores.jobs().create(Given.job());
            Elsewhere.call(() -> store.jobs().create(Given.job()));
            throw new IOException("undo");
        }));

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @Test
    default void theCallsOfAUnitFailOnceItsTimeIsUp(Persistence store) {
        assertThatThrownBy(() -> store.unitOfWork().run(BRIEF, stores -> {
                    stores.jobs().create(Given.job());
                    long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
                    while (System.nanoTime() < end) {
                        stores.jobs().count(JobFilter.all());
                    }
                }))
                .isInstanceOfSatisfying(
                        StoreTimeoutException.class,
                        late -> assertThat(late.repeat()).isEqualTo(Repeat.SAFE));

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void theCommitOfAUnitFailsOnceItsTimeIsUp(Persistence store) {
        assertThatThrownBy(() -> store.unitOfWork().run(BRIEF, stores -> {
                    stores.jobs().create(Given.job());
                    spend(Duration.ofMillis(90));
                }))
                .isInstanceOf(StoreTimeoutException.class);

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void aUnitWithinItsTimeIsNotDisturbedByIt(Persistence store) {
        store.unitOfWork()
                .run(
                        UnitOptions.DEFAULT.timeout(Duration.ofSeconds(30)),
                        stores -> stores.jobs().create(Given.job()));

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @Test
    default void aUnitThatIsOutOfTimeGoesBackToNoSavepoint(Persistence store) {
        assertThatThrownBy(() -> store.unitOfWork().run(BRIEF, stores -> {
                    stores.savepoint("a");
                    stores.jobs().create(Given.job());
                    spend(Duration.ofMillis(90));
                    assertThatThrownBy(() -> stores.rollbackTo("a")).isInstanceOf(StoreTimeoutException.class);
                }))
                .isInstanceOf(StoreException.class);

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    private static void spend(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void mustRefuse(Unit stores) {
        List<ThrowingCallable> uses = List.of(
                () -> stores.jobs().create(Given.job()),
                () -> stores.jobs().count(JobFilter.all()),
                () -> stores.claims().rescue(),
                () -> stores.videos().find(VideoId.next()),
                () -> stores.qualities().find(QualityId.next()),
                () -> stores.runNested(nested -> nested.jobs().create(Given.job())),
                () -> stores.savepoint("a"),
                () -> stores.rollbackTo("a"),
                () -> stores.release("a"));
        for (ThrowingCallable use : uses) {
            assertThatThrownBy(use).isInstanceOf(StoreOperationException.class);
        }
    }
}
