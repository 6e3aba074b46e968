package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.unit.Freshness;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The end of a store: it is final, it may come at any time, and every call after it says so. */
public interface CloseContract extends Contract {

    @Test
    default void everyCallOnAClosedStoreSaysThatItIsClosed(Persistence store) {
        Claim claim = Given.claimed(store);
        List<EveryCall> calls = EveryCall.of(store, new Samples().with(claim));
        store.close();

        assertThat(calls).hasSizeGreaterThan(50).allSatisfy(call -> mustBeClosed(call.call()));
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> store.unitOfWork().run(stores -> stores.jobs().create(Given.job())),
                () -> store.unitOfWork().under(claim, stores -> true),
                () -> store.unitOfWork().open(UnitOptions.DEFAULT).close(),
                () -> store.signals().listen("default", () -> {}).close(),
                () -> Handed.left(store, claim.worker()),
                store::token,
                () -> store.unitOfWork()
                        .call(UnitOptions.reading(Freshness.stale(Duration.ofHours(1))), stores -> true),
                () -> store.now())) {
            mustBeClosed(call);
        }
    }

    @Test
    default void closingAStoreMoreThanOnceIsHarmless(Persistence store) {
        store.close();
        store.close();

        assertThat(store.health().open()).isFalse();
    }

    @Test
    default void aStoreMayBeClosedByManyAtOnce(Persistence store) {
        store.jobs().create(Given.job());
        Racers.race(4, number -> {
            store.close();
            return number;
        });

        mustBeClosed(() -> store.jobs().count(JobFilter.all()));
    }

    @Test
    default void aUnitThatIsOpenWhenItsStoreIsClosedDoesNotCommit(Fixture fixture) {
        Persistence store = fixture.persistence();
        boolean shared = store.capabilities().contains(Capability.SHARED);
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().create(Given.job());
            Elsewhere.call(() -> {
                store.close();
                return true;
            });
            mustBeClosed(unit::commit);
        }
        if (shared) {
            try (Persistence another = fixture.openAnother()) {
                assertThat(another.jobs().count(JobFilter.all())).isZero();
            }
        }
    }

    @Test
    default void theStoresOfAUnitThatIsOpenSayThatTheirStoreWasClosed(Persistence store) {
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            Stores stores = unit.stores();
            Claim claim = Given.claimed(stores);
            List<EveryCall> calls = EveryCall.of(stores, new Samples().with(claim));
            store.close();

            assertThat(calls).allSatisfy(call -> mustBeClosed(call.call()));
        }
        assertThat(store.health().open()).isFalse();
    }

    private static void mustBeClosed(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StoreUnavailableException.class, closed -> {
            assertThat(closed.repeat()).isEqualTo(Repeat.USELESS);
            assertThat(closed.getMessage()).contains("closed");
        });
    }
}
