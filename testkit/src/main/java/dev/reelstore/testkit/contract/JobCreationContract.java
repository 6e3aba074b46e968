package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Creating jobs and reading them back: each is there once, whoever repeats the call. */
public interface JobCreationContract extends Contract {

    @Test
    default void aNewJobIsQueuedUntouchedAndDueAtOnce(Persistence store) {
        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);
        Job job = store.jobs().create(Given.job());
        Instant after = store.now();

        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job.attempt()).isZero();
        assertThat(job.attemptLimit()).isEqualTo(NewJob.DEFAULT_MAX_ATTEMPTS);
        assertThat(job.createdAt()).isBetween(before, after);
        assertThat(job.runAt()).isBetween(before, after);
        assertThat(job.worker()).isNull();
        assertThat(job.leaseUntil()).isNull();
        assertThat(job.startedAt()).isNull();
        assertThat(job.finishedAt()).isNull();
        assertThat(job.result()).isNull();
        assertThat(job.error()).isNull();
    }

    @Test
    default void aCreatedJobIsReadAsItWasAnswered(Persistence store) {
        Job job = store.jobs().create(Given.job());

        assertThat(store.jobs().find(job.id())).contains(job);
        assertThat(store.jobs().get(job.id())).isEqualTo(job);
    }

    @Test
    default void anUnknownJobIsEmptyToFindAndNotFoundToGet(Persistence store) {
        JobId unknown = JobId.next();

        assertThat(store.jobs().find(unknown)).isEmpty();
        assertThatThrownBy(() -> store.jobs().get(unknown))
                .isInstanceOfSatisfying(RecordNotFoundException.class, missing -> {
                    assertThat(missing.repeat()).isEqualTo(Repeat.USELESS);
                    assertThat(missing).hasMessageContaining(unknown.toString());
                });
    }

    @Test
    default void repeatingACreateAnswersTheJobAsItIsNow(Persistence store) {
        NewJob job = Given.job().parameters("{\"n\":1}");
        Claim claim = Given.claimed(store, job);

        Job again = store.jobs().create(job.parameters("{\"n\":2}").priority(7));

        assertThat(again).isEqualTo(claim.job()).isEqualTo(store.jobs().get(job.id()));
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @Test
    default void repeatingTheCreateOfAFinishedJobDoesNotReviveIt(Persistence store) {
        NewJob job = Given.job();
        store.claims().complete(Given.claimed(store, job), null);

        assertThat(store.jobs().create(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(store.claims().claim(Given.request(WorkerId.next()))).isEmpty();
    }

    @Test
    default void theIdOfAJobOfAnotherTypeOrTargetIsAConflict(Persistence store) {
        NewJob job = Given.job();
        Job created = store.jobs().create(job);
        NewJob otherType = NewJob.of("probe", job.target()).id(job.id());
        NewJob otherTarget = NewJob.of(job.type(), new Target("film", "two")).id(job.id());
        NewJob otherTargetType =
                NewJob.of(job.type(), new Target("reel", "one")).id(job.id());

        for (NewJob other : List.of(otherType, otherTarget, otherTargetType)) {
            assertThatThrownBy(() -> store.jobs().create(other))
                    .isInstanceOfSatisfying(
                            StoreConflictException.class,
                            conflict -> assertThat(conflict.repeat()).isEqualTo(Repeat.USELESS));
        }
        assertThat(store.jobs().get(job.id())).isEqualTo(created);
    }

    @Test
    default void createTakesNoNoticeOfOtherJobsOfItsTarget(Persistence store) {
        store.jobs().create(Given.job());
        store.jobs().create(Given.job());

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
    }

    @Test
    default void createAllCreatesEveryJobAndCountsThoseThatAreNew(Persistence store) {
        List<NewJob> jobs = Given.jobs(1_200);
        store.jobs().create(jobs.get(17));

        assertThat(store.jobs().createAll(jobs)).isEqualTo(1_199);
        assertThat(store.jobs().createAll(jobs)).isZero();
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1_200);
        assertThat(store.jobs().get(jobs.get(1_199).id()).status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    default void createAllOfNothingCreatesNothing(Persistence store) {
        assertThat(store.jobs().createAll(List.of())).isZero();
    }

    @Test
    default void createAllWithAnIdTwiceCreatesNone(Persistence store) {
        List<NewJob> jobs = new ArrayList<>(Given.jobs(3));
        jobs.add(jobs.get(0));

        assertThatThrownBy(() -> store.jobs().createAll(jobs)).isInstanceOf(StoreConflictException.class);
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void createAllWithTheIdOfAnotherJobCreatesNone(Persistence store) {
        Job taken = store.jobs().create(Given.job());
        List<NewJob> jobs = new ArrayList<>(Given.jobs(3));
        jobs.add(NewJob.of("probe", taken.target()).id(taken.id()));

        assertThatThrownBy(() -> store.jobs().createAll(jobs)).isInstanceOf(StoreConflictException.class);
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @Test
    default void racingCreatesOfOneIdLeaveOneJobThatAllGet(Persistence store) {
        NewJob job = Given.job();

        List<Job> answers = Racers.race(number -> store.jobs().create(job));

        assertThat(answers).containsOnly(store.jobs().get(job.id()));
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @Test
    default void racingCreatesOfManyJobsAnswerEachItsOwnAndARefusalIsOneAlone(Persistence store) {
        Job taken = store.jobs().create(Given.job());
        List<NewJob> jobs = Given.jobs(Racers.MANY);
        Set<Integer> refused = ConcurrentHashMap.newKeySet();

        List<Integer> right = Racers.race(number -> {
            NewJob job = number % 8 == 0 ? jobs.get(number).id(taken.id()) : jobs.get(number);
            try {
                Job created = store.jobs().create(job);
                return created.id().equals(job.id()) && created.target().equals(job.target()) ? 1 : 0;
            } catch (StoreConflictException conflict) {
                refused.add(number);
                return 0;
            }
        });

        assertThat(refused).containsExactlyInAnyOrder(0, 8, 16, 24);
        assertThat(right.stream().mapToInt(Integer::intValue).sum()).isEqualTo(Racers.MANY - 4);
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(Racers.MANY - 4 + 1);
    }

    @Test
    default void createAllKeepsEveryValueOfEveryJobAsGiven(Persistence store) {
        List<NewJob> jobs = new ArrayList<>();
        List<Instant> times = List.of(
                store.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS),
                Instant.parse("1969-07-20T20:17:40.000001Z"),
                Instant.parse("1999-12-31T23:59:59.999999Z"),
                Check.EARLIEST,
                Check.LATEST);
        for (int i = 0; i < 40; i++) {
            for (String text :
                    List.of("tab\there", "\\N", "back\\slash\\", "line\nfeed\r", "\\.", "🎬 'ü\"", "\\t\\134")) {
                NewJob job = NewJob.of("type " + text, new Target("kind " + text, text + i))
                        .queue("queue " + text)
                        .priority(i - 20)
                        .parameters("{\"a\\\\b\":\"\\t\\n\\u0041\",  \"n\":" + i + "}");
                if (i == 20) {
                    job = job.parameters("\"" + text.codePointAt(0) + "🎬".repeat(100_000) + "\"");
                }
                jobs.add(
                        i % 2 == 0
                                ? job
                                : job.runAt(times.get(i % times.size()))
                                        .maxAttempts(7)
                                        .timeout(Duration.ofMillis(1_500))
                                        .source(new MediaSource(
                                                i % 3 == 0 ? null : new SourceHash("%064x".formatted(i)),
                                                "/in/" + text,
                                                text,
                                                i % 7 == 0 ? null : (long) i,
                                                "video/" + text)));
            }
        }

        assertThat(store.jobs().createAll(jobs)).isEqualTo(jobs.size());

        for (NewJob job : jobs) {
            Job kept = store.jobs().get(job.id());
            assertThat(kept.type()).isEqualTo(job.type());
            assertThat(kept.target()).isEqualTo(job.target());
            assertThat(kept.queue()).isEqualTo(job.queue());
            assertThat(kept.priority()).isEqualTo(job.priority());
            assertThat(kept.parameters()).isEqualTo(job.parameters());
            assertThat(kept.maxAttempts()).isEqualTo(job.maxAttempts()).isEqualTo(kept.attemptLimit());
            assertThat(kept.timeout()).isEqualTo(job.timeout());
            assertThat(kept.source()).isEqualTo(job.source());
            assertThat(kept.runAt()).isEqualTo(job.runAt() == null ? kept.createdAt() : job.runAt());
        }
    }

    @Test
    default void ofManyThatAreCreatedTogetherOnlyThoseThatAreDueAreClaimed(Persistence store) {
        List<NewJob> jobs = new ArrayList<>(Given.jobs(300));
        jobs.replaceAll(job ->
                job.target().id().endsWith("7") ? job : job.runAt(store.now().plus(Duration.ofHours(1))));

        store.jobs().createAll(jobs);

        assertThat(store.claims().claim(Given.request(WorkerId.next()).limit(100)))
                .hasSize(30);
    }
}
