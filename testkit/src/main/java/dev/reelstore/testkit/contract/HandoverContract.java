package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Jobs that go to a waiting worker as they are created. */
public interface HandoverContract extends Contract {

    @Test
    default void aCreateAnswersTheRequestThatStands(Persistence store) {
        Handed handed = Handed.left(able(store));

        Job created = store.jobs().create(Given.job());

        assertThat(created.status()).isEqualTo(JobStatus.QUEUED);
        Claim claim = handed.only();
        assertThat(claim.worker()).isEqualTo(handed.worker());
        assertThat(claim.job().status()).isEqualTo(JobStatus.RUNNING);
        assertThat(store.jobs().get(created.id())).isEqualTo(claim.job());
        assertThat(store.claims().claim(Given.request(WorkerId.next()))).isEmpty();
        assertThat(store.claims().complete(claim, null)).isEqualTo(Settlement.DONE);
    }

    @Test
    default void whatIsHandedOverIsCommitted(Persistence store) {
        List<JobStatus> seen = new ArrayList<>();
        Handed handed = Handed.left(
                able(store),
                claims -> claims.forEach(claim -> seen.add(
                        Elsewhere.call(() -> store.jobs().get(claim.jobId()).status()))));

        store.jobs().create(Given.job());

        handed.only();
        assertThat(seen).containsExactly(JobStatus.RUNNING);
    }

    @Test
    default void aTakerThatThrowsDoesNotFailTheCreate(Persistence store) throws InterruptedException {
        IllegalStateException broken = new IllegalStateException("broken");
        Handed handed = Handed.left(able(store), claims -> {
            throw broken;
        });
        List<Job> created = new CopyOnWriteArrayList<>();
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread creator = new Thread(() -> created.add(store.jobs().create(Given.job())));
        creator.setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));

        creator.start();
        creator.join();

        assertThat(uncaught).containsExactly(broken);
        assertThat(created).extracting(Job::id).containsExactly(handed.only().jobId());
    }

    @Test
    default void aRequestIsAnsweredOnce(Persistence store) {
        Handed handed = Handed.left(able(store));
        Job first = store.jobs().create(Given.job());
        Job second = store.jobs().create(Given.job());

        assertThat(handed.only().jobId()).isEqualTo(first.id());
        assertThat(Given.claim(store, WorkerId.next()).jobId()).isEqualTo(second.id());
    }

    @Test
    default void eachOfTwoRequestsIsAnswered(Persistence store) {
        Handed one = Handed.left(able(store));
        Handed two = Handed.left(store);
        Job first = store.jobs().create(Given.job());
        Job second = store.jobs().create(Given.job());

        assertThat(List.of(one.only().jobId(), two.only().jobId())).containsExactly(first.id(), second.id());
    }

    @Test
    default void whatComesFirstInOrderGoesFirstAndTheNewJobWakesOthers(Persistence store) {
        try (Wakes wakes = Wakes.of(able(store))) {
            wakes.awaken(store);
            Job urgent = store.jobs().create(Given.job().priority(-1));
            Handed handed = Handed.left(store);

            wakes.mustFollow(() -> store.jobs().create(Given.job()));

            assertThat(handed.only().jobId()).isEqualTo(urgent.id());
        }
    }

    @Test
    default void otherCreatesAnswerNothing(Persistence store) {
        Handed handed = Handed.left(able(store));

        store.jobs().create(Given.job().queue("other"));
        store.jobs().create(NewJob.of("probe", Given.job().target()));
        store.jobs().create(Given.job().runAt(store.now().plusSeconds(60)));
        store.jobs().createAll(Given.jobs(2));
        store.jobs().createIfAbsent(NewJob.of(Given.TYPE, new Target("film", "two")), JobStatus.live());
        store.unitOfWork().run(stores -> stores.jobs().create(Given.job()));
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().create(Given.job());
            store.jobs().create(Given.job());
        }

        assertThat(handed.answered()).isFalse();
        assertThat(store.jobs().count(JobFilter.all().statuses(Set.of(JobStatus.RUNNING))))
                .isZero();
        assertThat(handed.standing().withdraw()).isTrue();
    }

    @Test
    default void whatWasWithdrawnIsNotAnswered(Persistence store) {
        Handed handed = Handed.left(able(store));

        assertThat(handed.standing().withdraw()).isTrue();
        store.jobs().create(Given.job());

        assertThat(handed.answered()).isFalse();
        Given.claim(store, WorkerId.next());
    }

    @Test
    default void whatWasAnsweredCannotBeWithdrawn(Persistence store) {
        Handed handed = Handed.left(able(store));
        store.jobs().create(Given.job());

        handed.only();
        assertThat(handed.standing().withdraw()).isFalse();
    }

    @Test
    default void aWorkerWithoutALeaseThatHoldsGetsNothing(Fixture fixture) {
        Persistence store = able(fixture.persistence());
        try (Wakes wakes = Wakes.of(store)) {
            wakes.awaken(store);
            Handed never = Handed.left(store, WorkerId.next());
            wakes.mustFollow(() -> store.jobs().create(Given.job()));
            Handed ended = Handed.left(store);
            fixture.advance(Given.LEASE.multipliedBy(2));
            wakes.mustFollow(() -> store.jobs().create(Given.job()));

            assertThat(never.claims()).isEmpty();
            assertThat(ended.claims()).isEmpty();
        }
        assertThat(store.claims().claim(Given.request(WorkerId.next()).limit(4)))
                .hasSize(3);
    }

    @Test
    default void aWorkerThatIsJustRetiringGetsNothing(Fixture fixture) throws Exception {
        Persistence store = able(fixture.persistence());
        Handed handed = Handed.left(store);
        CompletableFuture<Job> created;
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().claims().retire(handed.worker());
            created = CompletableFuture.supplyAsync(() -> store.jobs().create(Given.job()));
            Thread.sleep(Given.patience(fixture).toMillis());
            unit.commit();
        }

        created.join();
        assertThat(handed.claims()).isEmpty();
        Given.claim(store, WorkerId.next());
    }

    @Test
    default void aCreateThatIsRepeatedOrRefusedMakesNothingToHandOver(Persistence store) {
        NewJob job = Given.job();
        able(store).jobs().create(job);
        store.claims().complete(Given.claim(store, WorkerId.next()), null);

        Handed repeated = Handed.left(store);
        assertThat(store.jobs().create(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(repeated.claims()).isEmpty();

        Handed refused = Handed.left(store);
        NewJob foreign = NewJob.of(Given.TYPE, new Target("film", "two")).id(job.id());
        assertThatThrownBy(() -> store.jobs().create(foreign)).isInstanceOf(StoreConflictException.class);
        assertThat(refused.standing().withdraw() ? List.of() : refused.claims()).isEmpty();
    }

    @Test
    default void manyCreatesHandOverEachJobOnceAndLoseNone(Persistence store) {
        List<Handed> handed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            handed.add(Handed.left(able(store)));
        }

        List<List<Job>> created = Racers.race(8, number -> {
            List<Job> mine = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                mine.add(store.jobs().create(Given.job()));
            }
            return mine;
        });

        List<Claim> claims = new ArrayList<>(
                store.claims().claim(Given.request(WorkerId.next()).limit(100)));
        for (Handed one : handed) {
            if (!one.standing().withdraw()) {
                claims.addAll(one.claims());
            }
        }
        assertThat(claims)
                .extracting(Claim::jobId)
                .containsExactlyInAnyOrderElementsOf(
                        created.stream().flatMap(List::stream).map(Job::id).toList());
    }

    @Test
    default void anotherStoreAnswersNothing(Fixture fixture) {
        Persistence store = able(fixture.persistence());
        Handed handed = Handed.left(store);

        try (Persistence another = fixture.openAnother()) {
            another.jobs().create(Given.job());
        }

        assertThat(handed.answered()).isFalse();
        assertThat(handed.standing().withdraw()).isTrue();
    }

    @Test
    default void withoutTheCapabilityNoCreateAnswers(Persistence store) {
        assumeFalse(store.capabilities().contains(Capability.HANDOVER), "its creates answer requests");
        Handed handed = Handed.left(store);

        store.jobs().create(Given.job());

        assertThat(handed.answered()).isFalse();
        assertThat(handed.standing().withdraw()).isTrue();
        Given.claim(store, WorkerId.next());
    }

    private static Persistence able(Persistence store) {
        assumeTrue(store.capabilities().contains(Capability.HANDOVER), "its creates answer no requests");
        return store;
    }
}
