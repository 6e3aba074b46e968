package dev.reelstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.cli.pipeline.Admission;
import dev.reelstore.cli.pipeline.Admission.Kind;
import dev.reelstore.cli.pipeline.InputFile;
import dev.reelstore.cli.pipeline.JobParameters;
import dev.reelstore.cli.report.PlainDisplay;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.QualityLevel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NarratorTest {

    private final InMemoryPersistence store = InMemoryPersistence.create();
    private final StringWriter text = new StringWriter();
    private final Narrator narrator = new Narrator(
            new PlainDisplay(new PrintWriter(text)), new JobParameters(Path.of("/out"), QualityLevel.LEVEL_720P), 2);
    private final Job job = store.jobs()
            .create(NewJob.of("video_process", new Target("media", "x"))
                    .parameters("{\"outDir\":\"/out\",\"maxLevel\":\"720p\"}"));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNewFileAndItsTwinAreTold() {
        admitted("a.mp4", job, Kind.CREATED);
        admitted("b.mp4", job, Kind.JOINED);

        assertThat(text)
                .hasToString("a.mp4: job " + job.id() + "\nb.mp4: the same content as a.mp4, one job for both\n");
    }

    @Test
    void aFailedFileIsToldWithItsReasonAndItsNextAttempt() {
        Job failed = fail("it is no video");
        admitted("a.mp4", failed, Kind.RETRIED);
        narrator.finished(failed);

        assertThat(text)
                .hasToString("a.mp4: failed before (it is no video); trying again, attempt 2 of job " + job.id()
                        + "\na.mp4: FAILED: it is no video\n");
    }

    @Test
    void aCompletedFileIsToldOnce() {
        admitted("a.mp4", job, Kind.DONE);
        narrator.finished(job);

        assertThat(text).hasToString("a.mp4: completed before, nothing to do\n");
    }

    @Test
    void theRestOfALeaseIsRoundedUp() {
        admitted("a.mp4", job, Kind.JOINED);
        narrator.heldElsewhere(job, Duration.ofMillis(16_300), false);
        narrator.heldElsewhere(job, Duration.ZERO, true);

        assertThat(text.toString())
                .contains("a.mp4: another worker holds job", "its lease ends in 17 s, and the job is taken up then")
                .contains("no sign of life; its lease ends in 1 s");
    }

    @Test
    void settingsThatAnOldJobKeepsAreTold() {
        Job other = store.jobs()
                .create(NewJob.of("video_process", new Target("media", "y"))
                        .parameters("{\"outDir\":\"/old\",\"maxLevel\":\"360p\"}"));
        admitted("a.mp4", other, Kind.DONE);

        assertThat(text.toString()).contains("keeps what it was made with, --out /old --max-level 360p");
    }

    @Test
    void whatIsNotOfThisCommandIsNotTold() {
        narrator.progress(job.id(), 5, "720p");

        assertThat(text.toString()).isEmpty();
    }

    private Job fail(String reason) {
        store.claims()
                .fail(
                        store.claims()
                                .claim(ClaimRequest.of(WorkerId.next(), "default", List.of("video_process")))
                                .get(0),
                        JobFailure.forGood(reason));
        return store.jobs().get(job.id());
    }

    private void admitted(String file, Job to, Kind kind) {
        narrator.admitted(new Admission(InputFile.of(Path.of(file)), to, kind));
    }
}
