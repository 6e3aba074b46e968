package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.Sweep;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Cancelling, retrying and deleting many jobs, page by page, each under the rules of the single call. */
public interface SweepContract extends Contract {

    @Test
    default void cancelAllEndsWhatIsLiveAndLeavesTheRest(Persistence store) {
        Map<JobStatus, Job> jobs = oneInEach(store);

        Sweep sweep = store.jobs().cancelAll(JobQuery.oldestFirst(JobFilter.all()));

        assertThat(sweep).isEqualTo(new Sweep(2, 2, null));
        for (JobStatus status : JobStatus.values()) {
            Job now = store.jobs().get(Objects.requireNonNull(jobs.get(status)).id());
            if (status.finished()) {
                assertThat(now).isEqualTo(jobs.get(status));
            } else {
                assertThat(now.status()).isEqualTo(JobStatus.CANCELLED);
                assertThat(now.finishedAt()).isNotNull();
            }
        }
    }

    @Test
    default void aClaimOnACancelledOrDeletedJobIsStale(Persistence store) {
        Claim cancelled = Given.claimed(store);
        store.jobs().cancelAll(JobQuery.oldestFirst(JobFilter.all()));
        Claim deleted = Given.claimed(store, Given.job());
        store.jobs().deleteAll(JobQuery.oldestFirst(JobFilter.all().status(JobStatus.RUNNING)));

        assertThat(store.claims().complete(cancelled, null)).isEqualTo(Settlement.STALE);
        assertThat(store.claims().complete(deleted, null)).isEqualTo(Settlement.STALE);
        assertThat(store.jobs().get(cancelled.jobId()).startedAt())
                .isEqualTo(cancelled.job().startedAt());
    }

    @Test
    default void deleteAllTakesAnyStatusWithAllThatHangsOnIt(Persistence store) {
        Map<JobStatus, Job> jobs = oneInEach(store);
        NewJob staged = NewJob.of("probe", new Target("film", "staged"));
        store.jobs().create(staged);
        Claim claim = store.claims()
                .claim(ClaimRequest.of(WorkerId.next(), staged.queue(), List.of(staged.type())))
                .get(0);
        store.claims().progress(claim, new StageProgress("render", 1, 40, null));

        Sweep sweep = store.jobs().deleteAll(JobQuery.oldestFirst(JobFilter.all()));

        assertThat(sweep).isEqualTo(new Sweep(6, 6, null));
        assertThat(store.jobs().count(JobFilter.all())).isZero();
        assertThat(store.jobs().stages(claim.jobId())).isEmpty();
        assertThat(store.jobs()
                        .find(Objects.requireNonNull(jobs.get(JobStatus.COMPLETED))
                                .id()))
                .isEmpty();
    }

    @Test
    default void retryAllPutsBackWhatFailedOrWasCancelled(Persistence store) {
        Map<JobStatus, Job> jobs = oneInEach(store);

        Sweep sweep = store.jobs().retryAll(JobQuery.oldestFirst(JobFilter.all()), Set.of());

        assertThat(sweep).isEqualTo(new Sweep(2, 2, null));
        Job failed = store.jobs()
                .get(Objects.requireNonNull(jobs.get(JobStatus.FAILED)).id());
        assertThat(failed.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(failed.attemptLimit()).isEqualTo(1 + NewJob.DEFAULT_MAX_ATTEMPTS);
        assertThat(store.jobs()
                        .get(Objects.requireNonNull(jobs.get(JobStatus.COMPLETED))
                                .id()))
                .isEqualTo(jobs.get(JobStatus.COMPLETED));
        assertThat(store.jobs().countByStatus(JobFilter.all()))
                .containsEntry(JobStatus.QUEUED, 3L)
                .containsEntry(JobStatus.CANCELLED, 0L);
    }

    @Test
    default void aSweepTakesOnlyWhatItsFilterNames(Fixture fixture) {
        Persistence store = fixture.persistence();
        Job old = store.jobs().create(Given.job());
        fixture.advance(Duration.ofHours(2));
        NewJob fresh = NewJob.of("probe", new Target("film", "two")).queue("night");
        store.jobs().create(fresh);
        JobFilter none = JobFilter.all().type("probe").queue(NewJob.DEFAULT_QUEUE);

        assertThat(store.jobs().cancelAll(JobQuery.oldestFirst(none))).isEqualTo(Sweep.NOTHING);
        assertThat(store.jobs().cancelAll(JobQuery.oldestFirst(JobFilter.all().status(JobStatus.FAILED))))
                .isEqualTo(Sweep.NOTHING);
        assertThat(store.jobs().retryAll(JobQuery.oldestFirst(JobFilter.all().status(JobStatus.QUEUED)), Set.of()))
                .isEqualTo(Sweep.NOTHING);
        JobFilter aged = JobFilter.all().createdBefore(store.now().minus(Duration.ofHours(1)));
        assertThat(store.jobs().deleteAll(JobQuery.oldestFirst(aged)).changed()).isOne();
        assertThat(store.jobs().find(old.id())).isEmpty();
        assertThat(store.jobs()
                        .cancelAll(JobQuery.oldestFirst(JobFilter.all().target(fresh.target())))
                        .changed())
                .isOne();
    }

    @Test
    default void pagesAreSmallOldestFirstAndLeadToTheEnd(Fixture fixture) {
        Persistence store = fixture.persistence();
        List<JobId> ids = new ArrayList<>();
        for (NewJob job : Given.jobs(5)) {
            ids.add(store.jobs().create(job).id());
            fixture.advance(Duration.ofSeconds(1));
        }
        JobQuery query = JobQuery.oldestFirst(JobFilter.all()).limit(2);

        Sweep first = store.jobs().cancelAll(query);
        assertThat(first.changed()).isEqualTo(2);
        assertThat(store.jobs()
                        .list(JobQuery.oldestFirst(JobFilter.all().status(JobStatus.CANCELLED)))
                        .jobs())
                .extracting(Job::id)
                .containsExactlyElementsOf(ids.subList(0, 2));

        assertThat(all(store, query)).isEqualTo(3);
        assertThat(store.jobs()
                        .deleteAll(JobQuery.newestFirst(JobFilter.all()).limit(1))
                        .changed())
                .isOne();
        assertThat(store.jobs().find(ids.get(4))).isEmpty();
    }

    @Test
    default void aPageGoesOnAfterWhatItDeletedAndAfterWhatIsBlocked(Fixture fixture) {
        Persistence store = fixture.persistence();
        List<Job> failed = new ArrayList<>();
        for (NewJob job : Given.jobs(3)) {
            failed.add(Given.jobIn(store, JobStatus.FAILED, job));
            fixture.advance(Duration.ofSeconds(1));
        }
        Job blocks = store.jobs().create(Given.job().id(JobId.next()));
        Job blocked = Given.jobIn(store, JobStatus.FAILED, NewJob.of(Given.TYPE, blocks.target()));
        JobFilter filter = JobFilter.all().status(JobStatus.FAILED);
        JobCursor beforeBlocked =
                store.jobs().deleteAll(JobQuery.oldestFirst(filter).limit(2)).next();

        Sweep second =
                store.jobs().retryAll(JobQuery.oldestFirst(filter).limit(1).after(beforeBlocked), JobStatus.live());
        assertThat(second).isEqualTo(new Sweep(1, 1, JobCursor.after(failed.get(2))));
        Sweep last =
                store.jobs().retryAll(JobQuery.oldestFirst(filter).limit(1).after(second.next()), JobStatus.live());

        assertThat(last).isEqualTo(new Sweep(1, 0, null));
        assertThat(store.jobs().get(blocked.id())).isEqualTo(blocked);
    }

    @Test
    default void ofSeveralFailedJobsOfATargetTheFirstBlocksThoseAfterIt(Fixture fixture) {
        Persistence store = fixture.persistence();
        Job first = Given.jobIn(store, JobStatus.FAILED, Given.job());
        fixture.advance(Duration.ofSeconds(1));
        Job second = Given.jobIn(store, JobStatus.CANCELLED, Given.job());

        assertThat(store.jobs().retryAll(JobQuery.oldestFirst(JobFilter.all()), JobStatus.live()))
                .isEqualTo(new Sweep(2, 1, null));
        assertThat(store.jobs().get(first.id()).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(store.jobs().get(second.id())).isEqualTo(second);
    }

    @Test
    default void aSweepIsUndoneWithItsUnit(Persistence store) {
        Map<JobStatus, Job> jobs = oneInEach(store);

        store.unitOfWork().run(stores -> {
            try {
                stores.nested(inner -> {
                    assertThat(inner.jobs()
                                    .deleteAll(JobQuery.oldestFirst(JobFilter.all()))
                                    .changed())
                            .isEqualTo(5);
                    throw new IllegalStateException("undo");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("undo");
            }
        });

        for (Job job : jobs.values()) {
            assertThat(store.jobs().find(job.id())).contains(job);
        }
    }

    @Test
    default void aJobThatIsClaimedMeanwhileIsNotCancelledAsQueued(Fixture fixture) {
        Persistence store = fixture.persistence();
        store.jobs().create(Given.job());
        JobFilter queued = JobFilter.all().status(JobStatus.QUEUED);

        Sweep sweep = meanwhile(
                fixture,
                stores -> Given.claim(stores, WorkerId.next()),
                () -> store.jobs().cancelAll(JobQuery.oldestFirst(queued)));

        assertThat(sweep).isEqualTo(new Sweep(1, 0, null));
        assertThat(store.jobs().count(JobFilter.all().status(JobStatus.RUNNING)))
                .isEqualTo(1);
    }

    @Test
    default void aJobThatIsRetriedMeanwhileIsNotDeletedAsFailed(Fixture fixture) {
        Persistence store = fixture.persistence();
        Job failed = Given.jobIn(store, JobStatus.FAILED, Given.job());
        JobFilter filter = JobFilter.all().status(JobStatus.FAILED);

        Sweep sweep = meanwhile(
                fixture,
                stores -> stores.jobs().retry(failed.id(), Set.of()),
                () -> store.jobs().deleteAll(JobQuery.oldestFirst(filter)));

        assertThat(sweep).isEqualTo(new Sweep(1, 0, null));
        assertThat(store.jobs().get(failed.id()).status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    default void aRetryOfManyWaitsForWhoeverDecidesAboutTheTarget(Fixture fixture) {
        Persistence store = fixture.persistence();
        Job failed = Given.jobIn(store, JobStatus.FAILED, Given.job());

        Sweep sweep = meanwhile(
                fixture,
                stores -> stores.jobs().createIfAbsent(Given.job(), JobStatus.live()),
                () -> store.jobs().retryAll(JobQuery.oldestFirst(JobFilter.all()), JobStatus.live()));

        assertThat(sweep).isEqualTo(new Sweep(1, 0, null));
        assertThat(store.jobs().get(failed.id())).isEqualTo(failed);
    }

    @Test
    default void sweepsThatRaceChangeEachJobOnce(Persistence store) {
        store.jobs().createAll(Given.jobs(40));

        List<Integer> changed = Racers.race(
                8,
                number -> Again.whileSafe(() -> {
                    JobQuery query = JobQuery.oldestFirst(JobFilter.all());
                    return store.jobs()
                            .cancelAll(number % 2 == 0 ? query : JobQuery.newestFirst(JobFilter.all()))
                            .changed();
                }));

        assertThat(changed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(40);
    }

    /** Sweeps while a unit has done this, which then commits. */
    private static Sweep meanwhile(Fixture fixture, Consumer<Stores> work, Callable<Sweep> sweep) {
        return fixture.persistence()
                .unitOfWork()
                .call(stores -> {
                    work.accept(stores);
                    Elsewhere<Sweep> running = Elsewhere.start(sweep);
                    running.mustStillWaitAfter(Given.patience(fixture));
                    return running;
                })
                .answer();
    }

    private static int all(Persistence store, JobQuery query) {
        int changed = 0;
        JobCursor place = null;
        do {
            Sweep sweep = store.jobs().cancelAll(query.after(place));
            changed += sweep.changed();
            place = sweep.next();
        } while (place != null);
        return changed;
    }

    /** The QUEUED one last, or it would be claimed for those after it. */
    private static Map<JobStatus, Job> oneInEach(Persistence store) {
        Map<JobStatus, Job> jobs = new EnumMap<>(JobStatus.class);
        List<JobStatus> statuses = new ArrayList<>(List.of(JobStatus.values()));
        Collections.reverse(statuses);
        for (JobStatus status : statuses) {
            jobs.put(status, Given.jobIn(store, status, NewJob.of(Given.TYPE, new Target("film", status.name()))));
        }
        return jobs;
    }
}
