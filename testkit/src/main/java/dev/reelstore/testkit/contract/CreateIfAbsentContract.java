package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.CreateResult;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conditional creation, one caller at a time or two: what blocks, and which job is answered (G2). */
public interface CreateIfAbsentContract extends Contract {

    @Test
    default void whereNothingBlocksTheJobIsCreated(Persistence store) {
        NewJob job = Given.job();

        CreateResult result = store.jobs().createIfAbsent(job, JobStatus.live());

        assertThat(result.created()).isTrue();
        assertThat(result.job()).isEqualTo(store.jobs().get(job.id()));
        assertThat(result.job().status()).isEqualTo(JobStatus.QUEUED);
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    default void aJobBlocksInTheStatusesThatAreNamed(JobStatus status, Persistence store) {
        Job there = Given.jobIn(store, status, Given.job());

        CreateResult result = store.jobs().createIfAbsent(Given.job(), EnumSet.of(status));

        assertThat(result).isEqualTo(new CreateResult(there, false));
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    default void aJobDoesNotBlockInOtherStatuses(JobStatus status, Persistence store) {
        Given.jobIn(store, status, Given.job());

        CreateResult result = store.jobs().createIfAbsent(Given.job(), EnumSet.complementOf(EnumSet.of(status)));

        assertThat(result.created()).isTrue();
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    default void anEmptySetBlocksOnAnyStatus(JobStatus status, Persistence store) {
        Job there = Given.jobIn(store, status, Given.job());

        assertThat(store.jobs().createIfAbsent(Given.job(), Set.of())).isEqualTo(new CreateResult(there, false));
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    default void anySetOfStatusesMayBlock(JobStatus status, Persistence store) {
        Job there = Given.jobIn(store, status, Given.job());
        JobStatus[] all = JobStatus.values();
        store.unitOfWork().run(stores -> {
            for (int bits = 0; bits < 1 << all.length; bits++) {
                Set<JobStatus> blocking = EnumSet.noneOf(JobStatus.class);
                for (JobStatus each : all) {
                    if ((bits >> each.ordinal() & 1) == 1) {
                        blocking.add(each);
                    }
                }
                CreateResult result = stores.jobs().createIfAbsent(Given.job(), blocking);

                boolean blocked = blocking.isEmpty() || blocking.contains(status);
                assertThat(result.created())
                        .as("beside a %s job, blocked by %s", status, blocking)
                        .isEqualTo(!blocked);
                assertThat(
                                blocked
                                        ? result.job().equals(there)
                                        : stores.jobs().delete(result.job().id()))
                        .isTrue();
            }
        });
    }

    @Test
    default void onlyTheSameTypeAndTargetBlock(Persistence store) {
        NewJob job = Given.job();
        store.jobs().create(NewJob.of("probe", job.target()));
        store.jobs().create(NewJob.of(job.type(), new Target(job.target().type(), "other")));
        store.jobs()
                .create(NewJob.of(job.type(), new Target("other", job.target().id())));

        assertThat(store.jobs().createIfAbsent(job, Set.of()).created()).isTrue();
    }

    @Test
    default void aJobInAnotherQueueBlocksToo(Persistence store) {
        Job there = store.jobs().create(Given.job().queue("night"));

        assertThat(store.jobs().createIfAbsent(Given.job(), Set.of())).isEqualTo(new CreateResult(there, false));
    }

    @Test
    default void theNewestJobThatBlocksIsAnswered(Fixture fixture) {
        Persistence store = fixture.persistence();
        NewJob smallerId = Given.job();
        NewJob greaterId = Given.job();
        store.jobs().create(greaterId);
        fixture.advance(Duration.ofSeconds(1));
        store.jobs().create(smallerId);
        fixture.advance(Duration.ofSeconds(1));
        Given.jobIn(store, JobStatus.CANCELLED, Given.job());

        assertThat(store.jobs()
                        .createIfAbsent(Given.job(), JobStatus.live())
                        .job()
                        .id())
                .isEqualTo(smallerId.id());
    }

    @Test
    default void ofJobsCreatedTogetherTheOneThatListsLastIsAnswered(Persistence store) {
        NewJob first = Given.job();
        NewJob second = Given.job();
        store.jobs().createAll(List.of(second, first));
        List<Job> newestFirst =
                store.jobs().list(JobQuery.newestFirst(JobFilter.all())).jobs();

        assertThat(store.jobs().createIfAbsent(Given.job(), Set.of()).job()).isEqualTo(newestFirst.get(0));
        assertThat(JobCursor.after(newestFirst.get(0)).createdAt())
                .isAfterOrEqualTo(newestFirst.get(1).createdAt());
    }

    @Test
    default void aRepeatAnswersTheJobThatIsThereEvenIfItWouldNotBlock(Persistence store) {
        NewJob job = Given.job();
        Job completed = Given.jobIn(store, JobStatus.COMPLETED, job);

        assertThat(store.jobs().createIfAbsent(job, JobStatus.live())).isEqualTo(new CreateResult(completed, false));
    }

    @Test
    default void theIdOfAnotherJobIsAConflict(Persistence store) {
        NewJob job = Given.job();
        store.jobs().create(job);
        NewJob other = NewJob.of("probe", job.target()).id(job.id());

        assertThatThrownBy(() -> store.jobs().createIfAbsent(other, Set.of()))
                .isInstanceOf(StoreConflictException.class);
    }

    @Test
    default void aUnitSeesItsOwnJob(Persistence store) {
        store.unitOfWork().run(stores -> {
            Job mine = stores.jobs().createIfAbsent(Given.job(), Set.of()).job();

            assertThat(stores.jobs().createIfAbsent(Given.job(), Set.of())).isEqualTo(new CreateResult(mine, false));
        });
    }

    @Test
    default void aCallWaitsForAnotherUnitAndGetsItsJobOnceThatIsCommitted(Fixture fixture) {
        Persistence store = fixture.persistence();
        NewJob job = Given.job();
        oneThatIsDone(store);

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().createIfAbsent(job, JobStatus.live());
            Elsewhere<CreateResult> second =
                    Elsewhere.start(() -> store.jobs().createIfAbsent(Given.job(), JobStatus.live()));
            second.mustStillWaitAfter(Given.patience(fixture));
            unit.commit();

            assertThat(second.answer()).isEqualTo(new CreateResult(store.jobs().get(job.id()), false));
        }
    }

    @Test
    default void aCallWaitsForAnotherUnitAndCreatesOnceThatIsRolledBack(Fixture fixture) {
        Persistence store = fixture.persistence();
        oneThatIsDone(store);

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().createIfAbsent(Given.job(), JobStatus.live());
            Elsewhere<CreateResult> second =
                    Elsewhere.start(() -> store.jobs().createIfAbsent(Given.job(), JobStatus.live()));
            second.mustStillWaitAfter(Given.patience(fixture));
            unit.close();

            assertThat(second.answer().created()).isTrue();
            assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
        }
    }

    /** The target is known already: whoever waits does so for more than its first mention. */
    private static void oneThatIsDone(Persistence store) {
        store.jobs().createIfAbsent(Given.job(), JobStatus.live());
        store.claims().complete(Given.claim(store, WorkerId.next()), null);
    }
}
