package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.unit.Freshness;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Reads that say how fresh their data must be get data that are: whether there are replicas or not. */
public interface FreshnessContract extends Contract {

    /** Old enough for everything in a test. */
    Freshness ANY = Freshness.stale(Duration.ofHours(1));

    @Test
    default void aReadAfterATokenSeesAllThatWasCommittedBeforeIt(Persistence store) {
        for (int round = 1; round <= 20; round++) {
            store.jobs().create(Given.job());
            ReadToken token = store.token();

            assertThat(count(store, Freshness.after(token))).isEqualTo(round);
        }
    }

    @Test
    default void aTokenGoesFromProcessToProcessAsItsText(Fixture fixture) {
        Persistence store = fixture.persistence();
        assumeTrue(store.capabilities().contains(Capability.SHARED), "each of its stores has its own data");
        try (Persistence another = fixture.openAnother()) {
            for (int round = 1; round <= 20; round++) {
                store.jobs().create(Given.job());
                String text = store.token().text();

                assertThat(count(another, Freshness.after(new ReadToken(text)))).isEqualTo(round);
            }
        }
    }

    @Test
    default void aTokenStaysGood(Persistence store) {
        ReadToken old = store.token();
        store.jobs().create(Given.job());

        assertThat(count(store, Freshness.after(old))).isBetween(0L, 1L);
        assertThat(count(store, Freshness.after(store.token()))).isEqualTo(1);
    }

    @Test
    default void aReadThatMayNotBeStaleSeesEverything(Persistence store) {
        for (int round = 1; round <= 20; round++) {
            store.jobs().create(Given.job());

            assertThat(count(store, Freshness.stale(Duration.ZERO))).isEqualTo(round);
        }
    }

    @Test
    default void aReadHoldsAtEveryIsolation(Persistence store) {
        for (Isolation isolation : Isolation.values()) {
            Job job = store.jobs().create(Given.job());
            UnitOptions options =
                    UnitOptions.reading(Freshness.after(store.token())).isolation(isolation);

            Optional<Job> read =
                    store.unitOfWork().call(options, stores -> stores.jobs().find(job.id()));

            assertThat(read).contains(job);
        }
    }

    @Test
    default void aReadRefusesToWrite(Persistence store) {
        for (Freshness freshness : List.of(ANY, Freshness.after(store.token()))) {
            UnitOptions options = UnitOptions.reading(freshness);
            assertThat(options.readOnly()).isTrue();

            assertThatThrownBy(() -> store.unitOfWork()
                            .run(options, stores -> stores.jobs().create(Given.job())))
                    .isInstanceOf(StoreOperationException.class)
                    .hasMessageContaining("read-only");
            assertThatThrownBy(() -> store.unitOfWork()
                            .run(options, stores -> store.jobs().create(Given.job())))
                    .isInstanceOf(StoreOperationException.class)
                    .hasMessageContaining("read-only");
        }
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void aReadInsideAUnitSeesWhatTheUnitWrote(Persistence store) {
        ReadToken token = store.token();
        store.unitOfWork().run(stores -> {
            stores.jobs().create(Given.job());

            assertThat(count(store, ANY)).isEqualTo(1);
            assertThat(count(store, Freshness.after(token))).isEqualTo(1);
        });
    }

    @Test
    default void aReadInsideAReadIsRefusedWhereItAsksForFresherData(Persistence store) {
        Freshness within = Freshness.stale(Duration.ofMinutes(1));
        ReadToken token = store.token();

        assertThat(count(store, within, ANY)).isZero();
        assertThat(count(store, within, within)).isZero();
        assertThat(count(store, Freshness.after(token), Freshness.after(token))).isZero();
        for (List<Freshness> refused : List.of(
                List.of(ANY, within), List.of(ANY, Freshness.after(token)), List.of(Freshness.after(token), within))) {
            assertThatThrownBy(() -> count(store, refused.get(0), refused.get(1)))
                    .isInstanceOfSatisfying(
                            StoreOperationException.class,
                            failure -> assertThat(failure.repeat()).isEqualTo(Repeat.USELESS))
                    .hasMessageContaining("asks for");
        }
    }

    @Test
    default void aTokenOfAnotherStoreIsRefused(Persistence store) {
        for (String foreign : List.of(
                "x",
                "pg:1:0/1",
                "pg:9999999999999999999:0/1",
                "pg:1:0/1; DROP TABLE job",
                "memory:00000000-0000-0000-0000-000000000000")) {
            UnitOptions options = UnitOptions.reading(Freshness.after(new ReadToken(foreign)));

            mustRefuse(foreign, () -> store.unitOfWork().call(options, stores -> true));
            mustRefuse(foreign, () -> store.unitOfWork().open(options).close());
            mustRefuse(
                    foreign,
                    () -> store.unitOfWork().run(outer -> store.unitOfWork().call(options, stores -> true)));
        }
        assertThatThrownBy(() -> new ReadToken(" ")).isInstanceOf(InvalidDataException.class);
    }

    @Test
    default void aTokenCannotBeTakenInsideAUnit(Persistence store) {
        assertThatThrownBy(() -> store.unitOfWork().run(stores -> store.token()))
                .isInstanceOf(StoreOperationException.class)
                .hasMessageContaining("after the commit");
    }

    private static void mustRefuse(String token, ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(token)
                .hasMessageContaining("token()");
    }

    private static long count(Persistence store, Freshness freshness) {
        return store.unitOfWork()
                .call(UnitOptions.reading(freshness), stores -> stores.jobs().count(JobFilter.all()));
    }

    private static long count(Persistence store, Freshness outer, Freshness inner) {
        return store.unitOfWork().call(UnitOptions.reading(outer), stores -> count(store, inner));
    }
}
