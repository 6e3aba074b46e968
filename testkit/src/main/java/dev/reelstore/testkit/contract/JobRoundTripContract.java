package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.Video;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every value of a job, and every time, is read as it was written, from the smallest to the greatest that is accepted (G9). */
public interface JobRoundTripContract extends Contract {

    /** The end of an hour that many time zones have twice. */
    Instant ODD = Instant.parse("2031-10-26T01:30:00.123456Z");

    @Test
    default void everyFieldOfAJobIsKept(Persistence store) {
        MediaSource source =
                new MediaSource(new SourceHash("0f".repeat(32)), "s3://b/k", "film.mp4", 12_345L, "video/mp4");
        same(
                store,
                Given.job()
                        .queue("night")
                        .priority(-3)
                        .runAt(ODD)
                        .parameters("{\"a\": [1]}")
                        .maxAttempts(7)
                        .timeout(Duration.ofMillis(1_500))
                        .source(source));
        same(store, Given.job().source(MediaSource.at("/srv/film.mp4")));
        same(
                store,
                Given.job().source(MediaSource.named("film.mp4").contentType("").sizeBytes(0L)));
        same(store, Given.job().source(MediaSource.named("a").hash(new SourceHash("AB".repeat(32)))));
    }

    @Test
    default void theExtremesOfAJobAreKept(Persistence store) {
        String longest = "🎬";
        same(
                store,
                NewJob.of(longest.repeat(200), new Target(longest.repeat(100), longest.repeat(500)))
                        .queue(longest.repeat(100))
                        .priority(Short.MIN_VALUE)
                        .runAt(Check.EARLIEST)
                        .maxAttempts(1)
                        .timeout(Duration.ofMillis(1)));
        same(
                store,
                Given.job()
                        .priority(Short.MAX_VALUE)
                        .runAt(Check.LATEST)
                        .maxAttempts(10_000)
                        .timeout(Check.LONGEST));
        same(
                store,
                Given.job()
                        .source(new MediaSource(
                                null,
                                longest.repeat(4_000),
                                longest.repeat(1_000),
                                Long.MAX_VALUE,
                                longest.repeat(200))));
        same(store, Given.job().timeout(Duration.ofNanos(1_000_001_000)));
    }

    @Test
    default void timesAndDurationsAreKeptToTheMicrosecondAndCutNotRounded(Persistence store) {
        NewJob asked = Given.job()
                .runAt(Instant.parse("2031-10-26T01:30:00.123456999Z"))
                .timeout(Duration.ofNanos(1_000_000_999));
        Job job = store.jobs().create(asked);
        NewQuality put = NewQuality.of(Given.video(store), QualityLevel.LEVEL_720P, "a")
                .processingStartedAt(Instant.parse("1969-12-31T23:59:59.999999999Z"))
                .encodingTime(Duration.ofNanos(1_999));
        VideoQuality quality = store.qualities().put(put);

        assertThat(store.jobs().get(job.id()).runAt()).isEqualTo("2031-10-26T01:30:00.123456Z");
        assertThat(store.jobs().get(job.id()).timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(store.qualities().get(quality.id()).processingStartedAt()).isEqualTo("1969-12-31T23:59:59.999999Z");
        assertThat(store.qualities().get(quality.id()).encodingTime()).isEqualTo(Duration.ofNanos(1_000));
    }

    @Test
    default void theTimesThatTheStoreGivesAreToTheMicrosecond(Persistence store) {
        Claim claim = Given.claimed(store);
        store.claims().progress(claim, new StageProgress("render", 1, 1, null));
        store.claims().complete(claim, null);
        Job job = store.jobs().get(claim.jobId());
        Video video = store.videos().get(Given.video(store));

        assertThat(List.of(
                        job.createdAt(),
                        job.runAt(),
                        claim.job().leaseUntil(),
                        job.startedAt(),
                        job.finishedAt(),
                        store.jobs().stages(job.id()).get(0).updatedAt(),
                        video.createdAt(),
                        video.updatedAt()))
                .allSatisfy(time -> assertThat(time.getNano() % 1_000)
                        .as("nanoseconds of %s", time)
                        .isZero());
    }

    @Test
    default void filtersAndPlacesMayBeAtTheEndsOfTime(Persistence store) {
        Job job = store.jobs().create(Given.job());
        JobFilter always = JobFilter.all().createdFrom(Check.EARLIEST).createdBefore(Check.LATEST);

        assertThat(store.jobs()
                        .list(JobQuery.oldestFirst(always).after(new JobCursor(Check.EARLIEST, job.id())))
                        .jobs())
                .containsExactly(job);
        assertThat(store.jobs()
                        .list(JobQuery.newestFirst(always).after(new JobCursor(Check.LATEST, job.id())))
                        .jobs())
                .containsExactly(job);
        assertThat(store.jobs().count(JobFilter.all().createdFrom(Check.LATEST)))
                .isZero();
    }

    private static void same(Persistence store, NewJob asked) {
        Job made = store.jobs().create(asked);
        Job job = store.jobs().get(asked.id());
        assertThat(job).isEqualTo(made);
        Instant runAt = asked.runAt() == null ? job.runAt() : asked.runAt();
        assertThat(new NewJob(
                        job.id(),
                        job.type(),
                        job.target(),
                        job.queue(),
                        job.priority(),
                        job.runAt(),
                        job.parameters(),
                        job.maxAttempts(),
                        job.timeout(),
                        job.source()))
                .isEqualTo(asked.runAt(runAt));
    }
}
