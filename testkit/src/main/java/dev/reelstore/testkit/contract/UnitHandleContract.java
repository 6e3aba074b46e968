package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Units that a framework opens, commits and closes by itself. */
public interface UnitHandleContract extends Contract {

    @Test
    default void whatWasCommittedIsThere(Persistence store) {
        Everything everything = new Everything();

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            everything.happenIn(unit.stores());
            assertThat(store.unitOfWork().active()).isTrue();
            unit.commit();
            assertThat(store.unitOfWork().active()).isFalse();
        }

        everything.mustBeIn(store);
    }

    @Test
    default void whatWasClosedWithoutACommitIsGone(Persistence store) {
        Everything everything = new Everything();
        everything.prepareIn(store);

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            everything.happenIn(unit.stores());
        }

        assertThat(store.unitOfWork().active()).isFalse();
        everything.mustNotBeIn(store);
    }

    @Test
    default void portsAndCallsOnItsThreadJoinIt(Persistence store) {
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            store.jobs().create(Given.job());
            store.unitOfWork().run(stores -> stores.jobs().create(Given.job()));
            assertThat(unit.stores().jobs().count(JobFilter.all())).isEqualTo(2);
        }

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void closingMoreThanOnceIsHarmless(Persistence store) {
        UnitHandle committed = store.unitOfWork().open(UnitOptions.DEFAULT);
        committed.stores().jobs().create(Given.job());
        committed.commit();
        committed.close();
        committed.close();
        UnitHandle closed = store.unitOfWork().open(UnitOptions.DEFAULT);
        closed.close();
        closed.close();

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @Test
    default void closingAnEndedUnitLeavesALaterOneAlone(Persistence store) {
        UnitHandle first = store.unitOfWork().open(UnitOptions.DEFAULT);
        first.commit();
        try (UnitHandle second = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            second.stores().jobs().create(Given.job());
            first.close();
            second.commit();
        }

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @Test
    default void aUnitThatHasEndedIsNotCommitted(Persistence store) {
        UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT);
        unit.stores().jobs().create(Given.job());
        unit.close();
        assertThatThrownBy(unit::commit).isInstanceOf(StoreException.class);

        UnitHandle twice = store.unitOfWork().open(UnitOptions.DEFAULT);
        twice.commit();
        assertThatThrownBy(twice::commit).isInstanceOf(StoreException.class);

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void aDoomedUnitIsNotCommitted(Persistence store) {
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().create(Given.job());
            Swallow.failureOf(() -> unit.stores().jobs().get(JobId.next()));
            assertThatThrownBy(unit::commit).isInstanceOf(StoreException.class);
        }
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().create(Given.job());
            Swallow.failureOf(() -> store.unitOfWork().run(stores -> {
                throw new IOException("joined");
            }));
            assertThatThrownBy(unit::commit).isInstanceOf(StoreException.class);
        }

        assertThat(store.unitOfWork().active()).isFalse();
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void aThreadHasOneUnitAtMost(Persistence store) {
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().create(Given.job());
            assertThatThrownBy(() -> store.unitOfWork().open(UnitOptions.DEFAULT))
                    .isInstanceOf(StoreOperationException.class);
        }
        Swallow.failureOf(() -> store.unitOfWork().run(stores -> {
            assertThatThrownBy(() -> store.unitOfWork().open(UnitOptions.DEFAULT))
                    .isInstanceOf(StoreOperationException.class);
            throw new IOException("undo");
        }));

        assertThat(store.unitOfWork().active()).isFalse();
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void eachThreadMayHaveAUnitOfItsOwn(Persistence store) {
        Racers.race(8, number -> {
            try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
                unit.stores().jobs().create(Given.job());
                if (number % 2 == 0) {
                    unit.commit();
                }
            }
            return true;
        });

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(4);
    }
}
