package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reelstore.domain.Health;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.PoolFigures;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a store says of itself, while it is open and after that. */
public interface HealthContract extends Contract {

    /** A policy whose waits no test could afford. */
    RetryPolicy PATIENT = new RetryPolicy(3, Duration.ofHours(1), 1, Duration.ofHours(1), false);

    @Test
    default void aStoreThatIsOpenIsWell(Persistence store) {
        Health health = store.health();

        assertThat(health.open()).isTrue();
        assertThat(health.poolHealthy()).isTrue();
        assertThat(health.ping(PATIENT)).isTrue();
        assertThatCode(health::reach).doesNotThrowAnyException();
        assertThatCode(() -> health.awaitAvailable(PATIENT)).doesNotThrowAnyException();
    }

    @Test
    default void aStoreThatWasClosedSaysSoAtOnceAndNeverThrowsWhereItPromisesNotTo(Persistence store) {
        Health before = store.health();
        store.close();

        for (Health health : new Health[] {before, store.health()}) {
            assertThat(health.open()).isFalse();
            assertThat(health.poolHealthy()).isFalse();
            assertThat(health.ping(PATIENT)).isFalse();
            assertThat(health.pool()).isEmpty();
            assertThatThrownBy(health::reach).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> health.awaitAvailable(PATIENT)).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    default void aQuestionIsNoPartOfTheUnitInWhichItIsAsked(Persistence store) {
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().create(Given.job());
            Swallow.failureOf(() -> unit.stores().jobs().get(JobId.next()));

            assertThat(store.health().poolHealthy()).isTrue();
            assertThat(store.health().ping(PATIENT)).isTrue();
            assertThat(store.unitOfWork().active()).isTrue();
        }
        assertThat(store.jobs().count(JobFilter.all())).isZero();
        assertThat(store.unitOfWork().active()).isFalse();
    }

    @Test
    default void theFiguresOfAPoolCountWhatIsInUse(Persistence store) {
        store.jobs().create(Given.job());
        assumeTrue(store.health().pool().isPresent(), "it has no pool whose figures can be read");
        PoolFigures before = atRest(store);
        assertThat(before.idle()).isBetween(1, before.max());
        assertThat(before.waiting()).isZero();
        assertThat(before.total()).isBetween(1, before.max());

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().count(JobFilter.all());
            PoolFigures during = store.health().pool().orElseThrow();
            assertThat(during.active()).isEqualTo(1);
            assertThat(during.total()).isBetween(1, during.max());
            assertThat(during.max()).isEqualTo(before.max());
        }
        atRest(store);
    }

    @Test
    default void nothingIsLeftInUseByCallsAndUnitsHoweverTheyEnd(Persistence store) {
        for (int i = 0; i < 30; i++) {
            assertThat(store.health().poolHealthy()).isTrue();
            assertThat(store.health().ping(PATIENT)).isTrue();
            Swallow.failureOf(() -> store.jobs().get(JobId.next()));
            Swallow.failureOf(() -> store.unitOfWork().run(stores -> {
                stores.jobs().create(Given.job());
                throw new IllegalStateException("undo");
            }));
            if (store.health().pool().isPresent()) {
                atRest(store);
            }
        }
        assertThat(store.health().poolHealthy()).isTrue();
    }

    /** The figures when nothing is in use, which may take a moment where a listener has just ended. */
    private static PoolFigures atRest(Persistence store) {
        long begin = System.nanoTime();
        while (true) {
            PoolFigures now = store.health().pool().orElseThrow();
            if (now.active() == 0) {
                return now;
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("time in which nothing was given back, %s", now)
                    .isLessThan(Duration.ofSeconds(3));
            Thread.onSpinWait();
        }
    }
}
