package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Freshness;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.ReplicatedFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What holds of a store with replicas that lag: for adapters that have any, besides the contract that every adapter passes.
 * Its fixture is a {@link ReplicatedFixture}.
 */
public interface ReplicaContract extends Contract {

    /** Old enough for everything in a test. */
    Freshness ANY = Freshness.stale(Duration.ofHours(1));

    @Override
    ReplicatedFixture open();

    @Test
    default void aReadThatMayBeStaleIsAnsweredByAReplica(Fixture fixture) {
        Persistence store = fixture.persistence();
        hold(fixture);
        store.jobs().create(Given.job());

        assertThat(count(store, ANY)).isZero();

        replicated(fixture).releaseReplicas();
        replicated(fixture).awaitReplicas();
        assertThat(count(store, ANY)).isEqualTo(1);
    }

    @Test
    default void manyTokensLeaveStaleReadsToTheReplicas(Fixture fixture) {
        Persistence store = fixture.persistence();
        hold(fixture);
        store.jobs().create(Given.job());
        for (int i = 0; i < 300; i++) {
            store.token();
        }

        assertThat(count(store, ANY)).isZero();
    }

    @Test
    default void aReadIsNotStalerThanItMayBe(Fixture fixture) throws InterruptedException {
        Persistence store = fixture.persistence();
        hold(fixture);
        store.jobs().create(Given.job());
        Thread.sleep(400);

        assertThat(count(store, Freshness.stale(Duration.ofMillis(300)))).isEqualTo(1);
        assertThat(count(store, ANY)).isZero();
        assertThat(count(store, Freshness.stale(Duration.ofMillis(300)))).isEqualTo(1);
    }

    @Test
    default void aReadAfterATokenSeesItThoughTheReplicasDoNot(Fixture fixture) {
        Persistence store = fixture.persistence();
        hold(fixture);
        store.jobs().create(Given.job());

        assertThat(count(store, Freshness.after(store.token()))).isEqualTo(1);
        assertThat(count(store, ANY)).isZero();
    }

    @Test
    default void aReadAfterATokenThatAReplicaHasPassedIsAnsweredByIt(Fixture fixture) {
        Persistence store = fixture.persistence();
        store.jobs().create(Given.job());
        ReadToken passed = store.token();
        hold(fixture);
        store.jobs().create(Given.job());

        assertThat(count(store, Freshness.after(passed))).isEqualTo(1);
    }

    @Test
    default void aReadAfterATokenWaitsForAReplicaThatIsAboutToPassIt(Fixture fixture) {
        Persistence store = fixture.persistence();
        hold(fixture);
        for (int round = 1; round <= 10; round++) {
            store.jobs().create(Given.job());
            ReadToken token = store.token();
            Elsewhere<Boolean> release = Elsewhere.start(() -> {
                replicated(fixture).releaseReplicas();
                return true;
            });

            assertThat(count(store, Freshness.after(token))).isEqualTo(round);
            release.answer();
            hold(fixture);
        }
    }

    @Test
    default void callsAndUnitsThatAskForNoFreshnessSeeEverything(Fixture fixture) {
        Persistence store = fixture.persistence();
        hold(fixture);
        store.jobs().create(Given.job());

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
        long inUnit = store.unitOfWork()
                .call(UnitOptions.DEFAULT.asReadOnly(), stores -> stores.jobs().count(JobFilter.all()));
        assertThat(inUnit).isEqualTo(1);
        assertThat(store.claims().claim(Given.request(WorkerId.next()))).hasSize(1);
    }

    @Test
    default void aReadOfAReplicaWritesNothing(Fixture fixture) {
        Persistence store = fixture.persistence();
        hold(fixture);

        assertThatThrownBy(() -> store.unitOfWork()
                        .run(UnitOptions.reading(ANY), stores -> stores.jobs().create(Given.job())))
                .isInstanceOf(StoreOperationException.class)
                .hasMessageContaining("read-only");

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    /** Lets the replicas have what is there, and the store know it, and holds them. */
    private static void hold(Fixture fixture) {
        replicated(fixture).awaitReplicas();
        count(fixture.persistence(), Freshness.stale(Duration.ofMillis(1)));
        count(fixture.persistence(), ANY);
        replicated(fixture).awaitReplicas();
        replicated(fixture).holdReplicas();
    }

    private static ReplicatedFixture replicated(Fixture fixture) {
        return (ReplicatedFixture) fixture;
    }

    private static long count(Persistence store, Freshness freshness) {
        return store.unitOfWork()
                .call(UnitOptions.reading(freshness), stores -> stores.jobs().count(JobFilter.all()));
    }
}
