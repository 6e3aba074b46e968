package dev.reelstore.testkit.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hints that a job changed: after the commit that changed it, of every way in which it may change, never otherwise. */
public interface WatchContract extends Contract {

    @Test
    default void everyStepOfALifeIsTold(Persistence store) {
        NewJob job = Given.job();
        JobId id = job.id();
        try (Watch watch = Watch.of(store)) {
            watch.mustFollow(id, () -> store.jobs().create(job));
            Claim[] claim = new Claim[1];
            watch.mustFollow(id, () -> claim[0] = Given.claim(store, WorkerId.next()));
            watch.mustFollow(id, () -> store.claims().progress(claim[0], new StageProgress("render", 1, 10, null)));
            watch.mustFollow(id, () -> store.claims().progress(claim[0], new StageProgress("render", 1, 20, null)));
            watch.mustFollow(id, () -> store.claims().release(claim[0]));
            watch.mustFollow(id, () -> claim[0] = Given.claim(store, WorkerId.next()));
            watch.mustFollow(id, () -> store.claims().fail(claim[0], JobFailure.retryAfter(Duration.ZERO, "flaky")));
            watch.mustFollow(id, () -> claim[0] = Given.claim(store, WorkerId.next()));
            watch.mustFollow(id, () -> store.claims().fail(claim[0], JobFailure.forGood("broken")));
            watch.mustFollow(id, () -> store.jobs().retry(id, Set.of()));
            watch.mustFollow(id, () -> store.jobs().cancel(id));
            watch.mustFollow(id, () -> store.jobs().retry(id, Set.of()));
            watch.mustFollow(id, () -> claim[0] = Given.claim(store, WorkerId.next()));
            watch.mustFollow(id, () -> store.claims().complete(claim[0], null));
            watch.mustFollow(id, () -> store.jobs().delete(id));
        }
    }

    @Test
    default void aJobThatIsTakenFromItsWorkerIsTold(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim first = Given.claimed(store);
        JobId id = first.jobId();
        try (Watch watch = Watch.of(store)) {
            watch.mustFollow(id, () -> store.claims().retire(first.worker()));
            Given.claim(store, WorkerId.next());
            fixture.advance(Duration.ofHours(1));
            watch.mustFollow(id, () -> store.claims().rescue());
        }
    }

    @Test
    default void nothingIsToldBeforeTheCommit(Fixture fixture) {
        Persistence store = fixture.persistence();
        NewJob job = Given.job();
        try (Watch watch = Watch.of(store)) {
            watch.awaken(store);
            watch.mustFollow(job.id(), () -> {
                try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
                    unit.stores().jobs().create(job);
                    watch.mustBeNoneWithin(Given.patience(fixture));
                    unit.commit();
                }
            });
        }
    }

    @Test
    default void nothingIsToldAfterARollback(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        try (Watch watch = Watch.of(store)) {
            watch.mustFollow(
                    claim.jobId(), () -> store.claims().progress(claim, new StageProgress("render", 1, 10, null)));
            watch.forget();
            try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
                unit.stores().claims().complete(claim, null);
            }
            watch.mustBeNoneWithin(Given.patience(fixture));
        }
    }

    @Test
    default void aStaleClaimTellsNothing(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        try (Watch watch = Watch.of(store)) {
            watch.mustFollow(claim.jobId(), () -> store.claims().release(claim));
            watch.forget();
            store.claims().progress(claim, new StageProgress("render", 1, 10, null));
            store.claims().complete(claim, null);
            watch.mustBeNoneWithin(Given.patience(fixture));
        }
    }

    @Test
    default void afterItsCloseAWatchIsNotTold(Fixture fixture) {
        Persistence store = fixture.persistence();
        Watch ended = Watch.of(store);
        ended.awaken(store);
        ended.close();
        ended.close();

        NewJob job = Given.job();
        try (Watch watch = Watch.of(store)) {
            watch.awaken(store);
            watch.mustFollow(job.id(), () -> store.jobs().create(job));
        }
        ended.mustBeNoneWithin(Given.patience(fixture));
    }

    @Test
    default void otherProcessesAreTold(Fixture fixture) {
        Persistence store = fixture.persistence();
        assumeTrue(store.capabilities().contains(Capability.SHARED), "each of its stores has its own data");
        NewJob job = Given.job();
        try (Persistence another = fixture.openAnother();
                Watch watch = Watch.of(another)) {
            watch.mustFollow(job.id(), () -> store.jobs().create(job));
        }
    }
}
