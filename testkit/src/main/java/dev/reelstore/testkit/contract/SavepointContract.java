package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Savepoints by name: a part of a unit is undone by a condition, without an exception. */
public interface SavepointContract extends Contract {

    @Test
    default void onlyWhatCameAfterTheSavepointIsUndone(Persistence store) {
        NewJob after = Given.job();

        store.unitOfWork().run(stores -> {
            Given.jobIn(stores, JobStatus.COMPLETED, Given.job());
            stores.savepoint("before highlights");
            stores.jobs().createAll(Given.jobs(3));
            stores.rollbackTo("before highlights");
            assertThat(stores.jobs().count(JobFilter.all())).isEqualTo(1);
            stores.jobs().create(after);
        });

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
        assertThat(store.jobs().find(after.id())).isPresent();
    }

    @Test
    default void whatEveryStoreDidIsUndone(Persistence store) {
        Everything everything = new Everything();
        everything.prepareIn(store);

        store.unitOfWork().run(stores -> {
            stores.savepoint("a");
            everything.happenIn(stores);
            everything.mustBeIn(stores);
            stores.rollbackTo("a");
            everything.mustNotBeIn(stores);
        });

        everything.mustNotBeIn(store);
    }

    @Test
    default void aSavepointThatIsNotGoneBackToChangesNothing(Persistence store) {
        Everything everything = new Everything();

        store.unitOfWork().run(stores -> {
            stores.savepoint("a");
            everything.happenIn(stores);
            stores.savepoint("b");
        });

        everything.mustBeIn(store);
    }

    @Test
    default void aSavepointStaysAndCanBeGoneBackToAgain(Persistence store) {
        List<NewJob> jobs = Given.jobs(3);

        store.unitOfWork().run(stores -> {
            stores.savepoint("a");
            stores.jobs().create(jobs.get(0));
            stores.rollbackTo("a");
            stores.jobs().create(jobs.get(1));
            stores.rollbackTo("a");
            stores.jobs().create(jobs.get(2));
        });

        mustBeThere(store, jobs, false, false, true);
    }

    @Test
    default void whatIsLaterThanTheOneGoneBackToIsGone(Persistence store) {
        mustBeDoomed(
                store,
                "there is no savepoint 'b'",
                () -> store.unitOfWork().run(stores -> {
                    stores.savepoint("a");
                    stores.savepoint("b");
                    stores.jobs().create(Given.job());
                    stores.rollbackTo("a");
                    stores.rollbackTo("b");
                }));
    }

    @Test
    default void aNameSetAgainHidesTheEarlierOneUntilItIsReleased(Persistence store) {
        List<NewJob> jobs = Given.jobs(4);

        store.unitOfWork().run(stores -> {
            stores.jobs().create(jobs.get(0));
            stores.savepoint("a");
            stores.jobs().create(jobs.get(1));
            stores.savepoint("a");
            stores.jobs().create(jobs.get(2));
            stores.rollbackTo("a");
            stores.rollbackTo("a");
            assertThat(stores.jobs().count(JobFilter.all())).isEqualTo(2);
            stores.release("a");
            stores.rollbackTo("a");
            stores.jobs().create(jobs.get(3));
        });

        mustBeThere(store, jobs, true, false, false, true);
    }

    @Test
    default void aReleaseKeepsWhatWasDoneAndForgetsTheNameAndLaterOnes(Persistence store) {
        NewJob job = Given.job();
        store.unitOfWork().run(stores -> {
            stores.savepoint("a");
            stores.jobs().create(job);
            stores.release("a");
        });
        assertThat(store.jobs().find(job.id())).isPresent();
        store.jobs().delete(job.id());

        for (String gone : List.of("a", "b")) {
            mustBeDoomed(
                    store,
                    "there is no savepoint '" + gone + "'",
                    () -> store.unitOfWork().run(stores -> {
                        stores.savepoint("a");
                        stores.jobs().create(Given.job());
                        stores.savepoint("b");
                        stores.release("a");
                        stores.rollbackTo(gone);
                    }));
        }
    }

    @Test
    default void aRollbackToANameThatWasNeverSetDoomsTheUnitEvenIfTheBodySwallowsIt(Persistence store) {
        assertThatThrownBy(() -> store.unitOfWork().run(stores -> {
                    stores.jobs().create(Given.job());
                    assertThatThrownBy(() -> stores.rollbackTo("never set"))
                            .isInstanceOfSatisfying(
                                    StoreOperationException.class,
                                    refused -> assertThat(refused.repeat()).isEqualTo(Repeat.USELESS))
                            .hasMessageContaining("never set");
                }))
                .isInstanceOf(StoreException.class);

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void aPlaceTakenAfterTheSavepointIsFreeAgain(Persistence store) {
        store.unitOfWork().run(stores -> {
            stores.savepoint("a");
            stores.jobs().createIfAbsent(Given.job(), JobStatus.live());
            stores.rollbackTo("a");
            assertThat(stores.jobs()
                            .createIfAbsent(Given.job(), JobStatus.live())
                            .created())
                    .isTrue();
        });

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @Test
    default void whatASavepointKeptIsRolledBackWithItsUnit(Persistence store) {
        Swallow.failureOf(() -> store.unitOfWork().run(stores -> {
            stores.jobs().create(Given.job());
            stores.savepoint("a");
            stores.jobs().create(Given.job());
            stores.rollbackTo("a");
            throw new IllegalStateException("undo");
        }));

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void manualAndReadOnlyUnitsHaveSavepointsToo(Persistence store) {
        NewJob kept = Given.job();
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().create(kept);
            unit.stores().savepoint("a");
            store.jobs().create(Given.job());
            unit.stores().rollbackTo("a");
            unit.commit();
        }
        store.unitOfWork().run(UnitOptions.DEFAULT.asReadOnly(), stores -> {
            stores.savepoint("a");
            stores.rollbackTo("a");
            assertThat(stores.jobs().count(JobFilter.all())).isEqualTo(1);
        });

        assertThat(store.jobs().find(kept.id())).isPresent();
    }

    private static void mustBeThere(Persistence store, List<NewJob> jobs, Boolean... there) {
        assertThat(jobs)
                .extracting(job -> store.jobs().find(job.id()).isPresent())
                .containsExactly(there);
    }

    private static void mustBeDoomed(Persistence store, String why, ThrowingCallable unit) {
        assertThatThrownBy(unit).isInstanceOf(StoreOperationException.class).hasMessageContaining(why);
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }
}
