package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobPurge;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.RetryResult;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Purges beside each other, beside retries, and beside conditional creates. */
public interface PurgeRaceContract extends Contract {

    @Test
    default void aPurgePassesOverWhatAnotherPurgesAndDoesNotWait(Persistence store) {
        cancelled(store, 4);
        JobPurge three = everything(store).limit(3);

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            assertThat(unit.stores().jobs().purge(three)).isEqualTo(3);
            assertThat(Elsewhere.<Integer>call(() -> store.jobs().purge(three))).isEqualTo(1);
            unit.commit();
        }
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void purgersTogetherTakeEachJobOnce(Persistence store) {
        cancelled(store, 40);
        JobPurge batch = everything(store).limit(3);

        List<Integer> gone = Racers.race(4, number -> {
            int sum = 0;
            while (store.jobs().count(JobFilter.all()) > 0) {
                sum += store.jobs().purge(batch);
            }
            return sum;
        });

        assertThat(gone.stream().mapToInt(Integer::intValue).sum()).isEqualTo(40);
    }

    @Test
    default void aPurgePassesOverAJobThatIsBeingRetried(Persistence store) {
        Job job = Given.jobIn(store, JobStatus.FAILED, Given.job());

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().retry(job.id(), Set.of());
            assertThat(Elsewhere.<Integer>call(() -> store.jobs().purge(everything(store))))
                    .isZero();
        }
        assertThat(store.jobs().get(job.id())).isEqualTo(job);
        assertThat(store.jobs().purge(everything(store))).isEqualTo(1);
    }

    @Test
    default void aRetryWaitsForAPurgeAndFindsTheJobGone(Fixture fixture) {
        Persistence store = fixture.persistence();
        Job job = Given.jobIn(store, JobStatus.FAILED, Given.job());

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().purge(everything(store));
            Elsewhere<RetryResult> retry = Elsewhere.start(() -> store.jobs().retry(job.id(), Set.of()));
            retry.mustStillWaitAfter(Given.patience(fixture));
            unit.commit();
            assertThat(retry.answer()).isInstanceOf(RetryResult.Missing.class);
        }
    }

    @Test
    default void aJobIsEitherRetriedOrPurged(Persistence store) {
        List<Job> jobs = cancelled(store, 24);
        JobPurge batch = everything(store).limit(2);

        List<Integer> counts = Racers.race(4, number -> {
            int changed = 0;
            for (Job job : jobs) {
                if (number % 2 == 0) {
                    changed += store.jobs().retry(job.id(), Set.of()) instanceof RetryResult.Requeued ? 1 : 0;
                } else {
                    changed += store.jobs().purge(batch);
                }
            }
            return changed;
        });

        int retried = counts.get(0) + counts.get(2);
        assertThat(retried + counts.get(1) + counts.get(3)).isEqualTo(24);
        assertThat(store.jobs().countByStatus(JobFilter.all())).containsEntry(JobStatus.QUEUED, (long) retried);
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(retried);
    }

    @Test
    default void conditionalCreatesBesidePurgesCreateOneJobPerTarget(Persistence store) {
        List<NewJob> targets = Given.jobs(8);

        List<Integer> counts = Racers.race(6, number -> {
            int created = 0;
            for (NewJob target : targets) {
                if (number < 2) {
                    store.jobs().purge(everything(store));
                } else {
                    NewJob mine = NewJob.of(target.type(), target.target());
                    created +=
                            store.jobs().createIfAbsent(mine, JobStatus.live()).created() ? 1 : 0;
                }
            }
            return created;
        });

        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(8);
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(8);
    }

    /** What keeps two creates apart may be tidied away, but not from under one whose view is older. */
    @ParameterizedTest
    @EnumSource(Isolation.class)
    default void aUnitWithAnOlderViewCreatesNoSecondJobAfterAPurge(Isolation isolation, Fixture fixture) {
        Persistence store = fixture.persistence();
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT.isolation(isolation))) {
            assertThat(unit.stores().jobs().count(JobFilter.all())).isZero();
            Elsewhere<Integer> other = Elsewhere.start(() -> {
                store.jobs().createIfAbsent(Given.job(), JobStatus.live());
                return store.jobs().purge(everything(store));
            });
            other.mayEndWithin(Given.patience(fixture).multipliedBy(2));
            try {
                unit.stores().jobs().createIfAbsent(Given.job(), JobStatus.live());
                unit.commit();
            } catch (StoreConflictException late) {
                assertThat(late.repeat()).isEqualTo(Repeat.SAFE);
            }
            unit.close();
            assertThat(other.answer()).isZero();
        }
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    /** As above, for those that are put back: one by one or a page at once. */
    @ParameterizedTest
    @EnumSource(Isolation.class)
    default void aUnitWithAnOlderViewRetriesNoJobThatAnotherBlocksAfterAPurge(Isolation isolation, Fixture fixture) {
        Persistence store = fixture.persistence();
        List<BiConsumer<JobStore, JobId>> ways = List.of(
                (jobs, id) -> jobs.retry(id, JobStatus.live()),
                (jobs, id) -> jobs.retryAll(JobQuery.oldestFirst(JobFilter.all()), JobStatus.live()));
        for (BiConsumer<JobStore, JobId> way : ways) {
            store.jobs().deleteAll(JobQuery.oldestFirst(JobFilter.all()));
            JobId old = store.jobs().create(Given.job()).id();
            store.jobs().cancel(old);
            try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT.isolation(isolation))) {
                assertThat(unit.stores().jobs().count(JobFilter.all())).isOne();
                Elsewhere<Integer> other = Elsewhere.start(() -> {
                    store.jobs().createIfAbsent(Given.job(), JobStatus.live());
                    return store.jobs().purge(JobPurge.before(store.now().minusSeconds(3_600)));
                });
                other.mayEndWithin(Given.patience(fixture).multipliedBy(2));
                try {
                    way.accept(unit.stores().jobs(), old);
                    unit.commit();
                } catch (StoreConflictException late) {
                    assertThat(late.repeat()).isEqualTo(Repeat.SAFE);
                }
                unit.close();
                assertThat(other.answer()).isZero();
            }
            assertThat(store.jobs().count(JobFilter.all().statuses(JobStatus.live())))
                    .isOne();
        }
    }

    private static List<Job> cancelled(Persistence store, int number) {
        List<NewJob> jobs = Given.jobs(number);
        store.jobs().createAll(jobs);
        jobs.forEach(job -> store.jobs().cancel(job.id()));
        return jobs.stream().map(job -> store.jobs().get(job.id())).toList();
    }

    private static JobPurge everything(Persistence store) {
        return JobPurge.before(store.now().plusSeconds(1));
    }
}
