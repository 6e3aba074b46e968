package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals.Subscription;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hints that there may be work: after the commit that made it due, not before, and not after the subscription ended. */
public interface SignalsContract extends Contract {

    @Test
    default void aCommitThatCreatesADueJobWakes(Persistence store) {
        try (Wakes wakes = Wakes.of(store)) {
            wakes.mustFollow(() -> store.jobs().create(Given.job()));
            wakes.mustFollow(() -> store.jobs().createAll(Given.jobs(3)));
            wakes.mustFollow(() -> store.jobs().createIfAbsent(Given.job(), Set.of(JobStatus.RUNNING)));
            wakes.mustFollow(() -> store.unitOfWork().run(stores -> {
                stores.jobs().create(Given.job());
                stores.jobs().create(Given.job());
            }));
        }
    }

    @Test
    default void aJobThatIsDueAgainWakes(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim first = Given.claimed(store);
        try (Wakes wakes = Wakes.of(store)) {
            wakes.mustFollow(() -> store.claims().release(first));
            Claim second = Given.claim(store, WorkerId.next());
            wakes.mustFollow(() -> store.claims().fail(second, JobFailure.retryAfter(Duration.ZERO, "flaky")));
            Claim third = Given.claim(store, WorkerId.next());
            store.claims().fail(third, JobFailure.forGood("broken"));
            wakes.mustFollow(() -> store.jobs().retry(third.jobId(), Set.of()));
            Claim fourth = Given.claim(store, WorkerId.next());
            wakes.mustFollow(() -> store.claims().retire(fourth.worker()));
            Given.claim(store, WorkerId.next());
            fixture.advance(Duration.ofHours(1));
            wakes.mustFollow(() -> store.claims().rescue());
        }
    }

    @Test
    default void nothingWakesBeforeTheCommit(Fixture fixture) {
        Persistence store = fixture.persistence();
        try (Wakes wakes = Wakes.of(store)) {
            wakes.awaken(store);
            wakes.mustFollow(() -> {
                try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
                    unit.stores().jobs().create(Given.job());
                    wakes.mustBeNoneWithin(Given.patience(fixture));
                    unit.commit();
                }
            });
        }
    }

    @Test
    default void nothingWakesAfterARollback(Fixture fixture) {
        Persistence store = fixture.persistence();
        try (Wakes wakes = Wakes.of(store)) {
            wakes.awaken(store);
            try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
                unit.stores().jobs().create(Given.job());
            }
            wakes.mustBeNoneWithin(Given.patience(fixture));
        }
    }

    @Test
    default void afterItsCloseASubscriptionIsNotCalled(Fixture fixture) {
        Persistence store = fixture.persistence();
        Wakes ended = Wakes.of(store);
        ended.mustFollow(() -> store.jobs().create(Given.job()));
        ended.close();
        ended.close();
        ended.forget();

        try (Wakes wakes = Wakes.of(store)) {
            wakes.mustFollow(() -> store.jobs().create(Given.job()));
        }
        ended.mustBeNoneWithin(Given.patience(fixture));
    }

    @Test
    default void everySubscriptionOfAQueueIsCalled(Persistence store) {
        try (Wakes one = Wakes.of(store);
                Wakes two = Wakes.of(store)) {
            one.mustFollow(() -> two.mustFollow(() -> store.jobs().create(Given.job())));
        }
    }

    @Test
    default void aQueueMayHaveAnyName(Persistence store) {
        for (String queue : new String[] {"it's \"quoted\"; --", "Ünïcödé 🎬", "x".repeat(100)}) {
            try (Wakes wakes = Wakes.of(store, queue)) {
                wakes.mustFollow(() -> store.jobs().create(Given.job().queue(queue)));
            }
        }
    }

    @Test
    default void whoListensMayEndASubscriptionFromWithinTheCall(Persistence store) {
        Subscription[] self = new Subscription[1];
        try (Wakes wakes = Wakes.of(store)) {
            self[0] = store.signals().listen("default", () -> {
                Subscription mine = self[0];
                if (mine != null) {
                    mine.close();
                }
            });
            wakes.mustFollow(() -> store.jobs().create(Given.job()));
            wakes.mustFollow(() -> store.jobs().create(Given.job()));
        }
        assertThat(self[0]).isNotNull();
    }
}
