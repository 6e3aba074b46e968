package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.CreateResult;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An adapter can what it says it can, and lacks what it says it lacks. */
public interface CapabilityContract extends Contract {

    @Test
    default void whatAnAdapterCanDoesNotChange(Persistence store) {
        assertThat(store.capabilities()).isEqualTo(store.capabilities()).isSubsetOf(Capability.values());
    }

    @Test
    default void storesThatAreNotSharedKnowNothingOfEachOther(Fixture fixture) {
        Persistence store = fixture.persistence();
        assumeFalse(store.capabilities().contains(Capability.SHARED), "its stores are shared");
        store.jobs().create(Given.job());

        try (Persistence another = fixture.openAnother()) {
            assertThat(another.jobs().count(JobFilter.all())).isZero();
            another.jobs().createAll(Given.jobs(3));
            assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
        }
    }

    @Test
    default void sharedStoresSeeTheSameDataAndOutliveEachOther(Fixture fixture) {
        Persistence store = shared(fixture);
        Job job = store.jobs().create(Given.job());
        Claim claim;

        try (Persistence another = fixture.openAnother()) {
            assertThat(another.jobs().get(job.id())).isEqualTo(job);
            claim = Given.claim(another, WorkerId.next());
        }

        assertThat(store.jobs().get(job.id())).isEqualTo(claim.job());
        assertThat(store.claims().complete(claim, null)).isEqualTo(Settlement.DONE);
    }

    @Test
    default void sharedStoresHaveOneTime(Fixture fixture) {
        Persistence store = shared(fixture);

        try (Persistence another = fixture.openAnother()) {
            Instant before = store.now().truncatedTo(ChronoUnit.MICROS);
            fixture.advance(Given.LEASE.multipliedBy(100));
            Instant between = another.now();
            assertThat(between).isBetween(before.plus(Given.LEASE.multipliedBy(100)), store.now());
        }
    }

    @Test
    default void sharedStoresDecideOneRaceTogether(Fixture fixture) {
        Persistence store = shared(fixture);

        try (Persistence another = fixture.openAnother()) {
            List<CreateResult> results = Racers.race(
                    16,
                    number -> Again.whileSafe(() ->
                            (number % 2 == 0 ? store : another).jobs().createIfAbsent(Given.job(), JobStatus.live())));
            List<List<Claim>> claims = Racers.race(
                    16, number -> (number % 2 == 0 ? store : another).claims().claim(Given.request(WorkerId.next())));

            assertThat(results).extracting(CreateResult::created).containsOnlyOnce(true);
            assertThat(results)
                    .extracting(result -> result.job().id())
                    .containsOnly(results.get(0).job().id());
            assertThat(claims.stream().flatMap(List::stream)).hasSize(1);
        }
    }

    @Test
    default void sharedStoresWakeEachOther(Fixture fixture) {
        Persistence store = shared(fixture);

        try (Persistence another = fixture.openAnother();
                Wakes wakes = Wakes.of(another)) {
            wakes.mustFollow(() -> store.jobs().createIfAbsent(Given.job(), Set.of()));
        }
    }

    private static Persistence shared(Fixture fixture) {
        Persistence store = fixture.persistence();
        assumeTrue(store.capabilities().contains(Capability.SHARED), "each of its stores has its own data");
        return store;
    }
}
