package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobPage;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Finding jobs: which a filter lets through, and how many there are. Pages are in {@link JobPageContract}. */
public interface JobQueryContract extends Contract {

    @Test
    default void anEmptyStoreAnswersNothing(Persistence store) {
        assertThat(store.jobs().list(JobQuery.oldestFirst(JobFilter.all()))).isEqualTo(new JobPage(List.of(), null));
        assertThat(store.jobs().count(JobFilter.all())).isZero();
        assertThat(store.jobs().countByStatus(JobFilter.all())).isEqualTo(counts(0, 0, 0, 0, 0));
        assertThat(store.jobs().exists(Given.TYPE, Given.job().target(), Set.of()))
                .isFalse();
    }

    @Test
    default void aFilterByStatusLetsThroughEachOfThem(Persistence store) {
        Map<JobStatus, Job> jobs = oneInEachStatus(store);

        for (JobStatus status : JobStatus.values()) {
            assertThat(found(store, JobFilter.all().status(status))).containsExactly(jobs.get(status));
        }
        assertThat(found(store, JobFilter.all().statuses(JobStatus.live())))
                .containsExactlyInAnyOrder(jobs.get(JobStatus.QUEUED), jobs.get(JobStatus.RUNNING));
        assertThat(found(store, JobFilter.all())).hasSize(JobStatus.values().length);
    }

    @Test
    default void aFilterByTypeTargetOrQueueLetsThroughWhatIsEqualToIt(Persistence store) {
        Target target = new Target("film", "one");
        Job job = store.jobs().create(NewJob.of("encode", target).queue("night"));
        Job otherType = store.jobs().create(NewJob.of("ENCODE", target));
        Job otherTarget = store.jobs().create(NewJob.of("encode", new Target("film", "two")));
        Job otherTargetType = store.jobs().create(NewJob.of("encode", new Target("reel", "one")));

        assertThat(found(store, JobFilter.all().type("encode"))).containsExactly(job, otherTarget, otherTargetType);
        assertThat(found(store, JobFilter.all().target(target))).containsExactly(job, otherType);
        assertThat(found(store, JobFilter.all().queue("night"))).containsExactly(job);
        assertThat(found(store, JobFilter.all().queue("default")))
                .containsExactly(otherType, otherTarget, otherTargetType);
        assertThat(found(store, JobFilter.all().type("enc%"))).isEmpty();
    }

    @Test
    default void aFilterByAgeTakesItsBeginningAndNotItsEnd(Fixture fixture) {
        Persistence store = fixture.persistence();
        Job first = store.jobs().create(Given.job());
        fixture.advance(Duration.ofMinutes(1));
        Job second = store.jobs().create(Given.job());
        fixture.advance(Duration.ofMinutes(1));
        Job third = store.jobs().create(Given.job());

        assertThat(found(store, JobFilter.all().createdFrom(second.createdAt())))
                .containsExactly(second, third);
        assertThat(found(store, JobFilter.all().createdFrom(second.createdAt().plusNanos(1_000))))
                .containsExactly(third);
        assertThat(found(store, JobFilter.all().createdBefore(second.createdAt())))
                .containsExactly(first);
        assertThat(found(store, JobFilter.all().createdFrom(first.createdAt()).createdBefore(third.createdAt())))
                .containsExactly(first, second);
    }

    @Test
    default void allConditionsOfAFilterMustHold(Persistence store) {
        NewJob wanted = Given.job().queue("night");
        Job job = Given.jobIn(store, JobStatus.COMPLETED, wanted);
        Given.jobIn(store, JobStatus.COMPLETED, Given.job());
        store.jobs().create(Given.job().queue("night"));
        Given.jobIn(
                store, JobStatus.COMPLETED, NewJob.of("probe", wanted.target()).queue("night"));
        JobFilter filter = JobFilter.all()
                .status(JobStatus.COMPLETED)
                .type(wanted.type())
                .target(wanted.target())
                .queue("night")
                .createdFrom(job.createdAt());

        assertThat(found(store, filter)).containsExactly(job);
        assertThat(store.jobs().count(filter)).isEqualTo(1);
        assertThat(store.jobs().countByStatus(filter)).isEqualTo(counts(0, 0, 1, 0, 0));
    }

    @Test
    default void countsAreByFilterAndEveryStatusIsAKey(Persistence store) {
        oneInEachStatus(store);
        store.jobs().create(NewJob.of("probe", new Target("film", "x")));

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(6);
        assertThat(store.jobs().count(JobFilter.all().type("probe"))).isEqualTo(1);
        assertThat(store.jobs().countByStatus(JobFilter.all())).isEqualTo(counts(2, 1, 1, 1, 1));
        assertThat(store.jobs().countByStatus(JobFilter.all().type("probe"))).isEqualTo(counts(1, 0, 0, 0, 0));
        assertThat(store.jobs().countByStatus(JobFilter.all().status(JobStatus.FAILED)))
                .isEqualTo(counts(0, 0, 0, 1, 0));
    }

    @Test
    default void liveJobsAreCountedByStatusQueueAndType(Persistence store) {
        oneInEachStatus(store);
        store.jobs().create(NewJob.of("probe", new Target("film", "x")).queue("night"));
        JobFilter live = JobFilter.all().statuses(JobStatus.live());

        assertThat(store.jobs().countByStatus(live)).isEqualTo(counts(2, 1, 0, 0, 0));
        assertThat(store.jobs().countByStatus(live.queue("night"))).isEqualTo(counts(1, 0, 0, 0, 0));
        assertThat(store.jobs().countByStatus(live.type(Given.TYPE))).isEqualTo(counts(1, 1, 0, 0, 0));
        assertThat(store.jobs().countByStatus(live.type("probe").queue(NewJob.DEFAULT_QUEUE)))
                .isEqualTo(counts(0, 0, 0, 0, 0));
        assertThat(store.jobs().countByStatus(JobFilter.all().status(JobStatus.RUNNING)))
                .isEqualTo(counts(0, 1, 0, 0, 0));
        assertThat(store.jobs().count(JobFilter.all().status(JobStatus.QUEUED))).isEqualTo(2);
        assertThat(store.jobs().count(live.target(new Target("film", "x")))).isEqualTo(1);
    }

    @Test
    default void aJobExistsInItsStatusAndWithNoStatusNamed(Persistence store) {
        NewJob job = Given.job();
        Given.jobIn(store, JobStatus.FAILED, job);

        assertThat(store.jobs().exists(job.type(), job.target(), Set.of())).isTrue();
        assertThat(store.jobs().exists(job.type(), job.target(), Set.of(JobStatus.FAILED, JobStatus.RUNNING)))
                .isTrue();
        assertThat(store.jobs().exists(job.type(), job.target(), JobStatus.live()))
                .isFalse();
        assertThat(store.jobs().exists("probe", job.target(), Set.of())).isFalse();
        assertThat(store.jobs().exists(job.type(), new Target("film", "two"), Set.of()))
                .isFalse();
    }

    @Test
    default void listsAreByCreationAndCanBeTurnedRound(Fixture fixture) {
        Persistence store = fixture.persistence();
        List<NewJob> jobs = new ArrayList<>(Given.jobs(4));
        List<JobId> created = new ArrayList<>();
        for (int i : new int[] {2, 0, 3, 1}) {
            created.add(store.jobs().create(jobs.get(i)).id());
            fixture.advance(Duration.ofSeconds(1));
        }

        assertThat(found(store, JobFilter.all())).extracting(Job::id).containsExactlyElementsOf(created);
        assertThat(store.jobs().list(JobQuery.newestFirst(JobFilter.all())).jobs())
                .extracting(Job::id)
                .containsExactly(created.get(3), created.get(2), created.get(1), created.get(0));
    }

    private static List<Job> found(Persistence store, JobFilter filter) {
        return store.jobs().list(JobQuery.oldestFirst(filter)).jobs();
    }

    private static Map<JobStatus, Job> oneInEachStatus(Persistence store) {
        return Arrays.stream(JobStatus.values())
                .sorted(Comparator.reverseOrder())
                .map(status -> Given.jobIn(store, status, Given.job()))
                .collect(Collectors.toMap(Job::status, Function.identity()));
    }

    private static Map<JobStatus, Long> counts(long queued, long running, long completed, long failed, long cancelled) {
        return Map.of(
                JobStatus.QUEUED, queued,
                JobStatus.RUNNING, running,
                JobStatus.COMPLETED, completed,
                JobStatus.FAILED, failed,
                JobStatus.CANCELLED, cancelled);
    }
}
