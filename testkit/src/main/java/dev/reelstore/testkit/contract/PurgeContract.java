package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobPurge;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deleting finished jobs by their age. Racers are in {@link PurgeRaceContract}. */
public interface PurgeContract extends Contract {

    @Test
    default void aJobGoesWithAllThatHangsOnIt(Persistence store) {
        Claim claim = Given.claimed(store);
        store.claims().progress(claim, new StageProgress("render", 1, 50, null));
        store.journal().log(NewLogEntry.of(claim.jobId(), "render", LogStatus.NOTE));
        store.journal().measure(NewMetric.of(claim.jobId(), "render", Duration.ZERO));
        store.claims().complete(claim, null);

        assertThat(store.jobs().purge(JobPurge.before(later(store)))).isEqualTo(1);

        assertThat(store.jobs().find(claim.jobId())).isEmpty();
        assertThat(store.jobs().stages(claim.jobId())).isEmpty();
        assertThat(store.journal().latest(claim.jobId())).isEmpty();
        assertThat(store.journal().durations(JournalFilter.all())).isEmpty();
        assertThat(store.jobs().createIfAbsent(Given.job(), Set.of()).created()).isTrue();
    }

    @Test
    default void whatFinishedAtTheBorderStaysAndAMicrosecondEarlierGoes(Persistence store) {
        Job job = Given.jobIn(store, JobStatus.COMPLETED, Given.job());
        Instant finished = Objects.requireNonNull(job.finishedAt());

        assertThat(store.jobs().purge(JobPurge.before(finished))).isZero();
        assertThat(store.jobs().get(job.id())).isEqualTo(job);
        assertThat(store.jobs().purge(JobPurge.before(finished.plus(1, ChronoUnit.MICROS))))
                .isEqualTo(1);
        assertThat(store.jobs().find(job.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    default void onlyJobsInTheStatusesNamedGo(JobStatus status, Fixture fixture) {
        Persistence store = fixture.persistence();
        Job job = Given.jobIn(store, status, Given.job());
        fixture.advance(Duration.ofDays(400));
        JobPurge all = JobPurge.before(store.now());
        EnumSet<JobStatus> others = EnumSet.complementOf(EnumSet.of(JobStatus.QUEUED, JobStatus.RUNNING, status));

        assertThat(store.jobs().purge(all.statuses(others))).isZero();
        assertThat(store.jobs().get(job.id())).isEqualTo(job);
        assertThat(store.jobs().purge(all)).isEqualTo(status.finished() ? 1 : 0);
        assertThat(store.jobs().find(job.id()).isPresent()).isEqualTo(!status.finished());
    }

    @Test
    default void jobsThatAreNotFinishedCannotBeAskedFor(Persistence store) {
        JobPurge purge = JobPurge.before(store.now());
        for (JobStatus live : JobStatus.live()) {
            assertThatThrownBy(() -> purge.status(JobStatus.COMPLETED, live))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining(live.name());
        }
        for (int limit : List.of(0, -1, JobPurge.MAX_LIMIT + 1)) {
            assertThatThrownBy(() -> purge.limit(limit)).isInstanceOf(InvalidDataException.class);
        }
    }

    @Test
    default void aPurgeTakesTheOldestUpToItsLimit(Fixture fixture) {
        Persistence store = fixture.persistence();
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            NewJob job = NewJob.of(Given.TYPE, new Target("film", "film-" + i));
            jobs.add(Given.jobIn(store, JobStatus.values()[2 + i % 3], job));
            fixture.advance(Duration.ofSeconds(1));
        }
        JobPurge two = JobPurge.before(later(store)).limit(2);

        assertThat(store.jobs().purge(two)).isEqualTo(2);
        assertThat(jobs)
                .extracting(job -> store.jobs().find(job.id()).isPresent())
                .containsExactly(false, false, true, true, true);
        assertThat(store.jobs().purge(two)).isEqualTo(2);
        assertThat(store.jobs().purge(two)).isEqualTo(1);
        assertThat(store.jobs().purge(two)).isZero();
    }

    @Test
    default void aJobThatIsRetriedIsNotFinishedAnyMore(Fixture fixture) {
        Persistence store = fixture.persistence();
        Job job = Given.jobIn(store, JobStatus.FAILED, Given.job());
        fixture.advance(Duration.ofDays(1));
        store.jobs().retry(job.id(), Set.of());

        assertThat(store.jobs().purge(JobPurge.before(later(store)))).isZero();
        assertThat(store.jobs().get(job.id()).status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    default void aPurgeIsPartOfItsUnit(Persistence store) {
        Job job = Given.jobIn(store, JobStatus.COMPLETED, Given.job());

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            assertThat(unit.stores().jobs().purge(JobPurge.before(later(store))))
                    .isEqualTo(1);
            assertThat(unit.stores().jobs().find(job.id())).isEmpty();
        }
        assertThat(store.jobs().get(job.id())).isEqualTo(job);
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    private static Instant later(Persistence store) {
        return store.now().plusSeconds(1);
    }
}
