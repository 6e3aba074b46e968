package dev.reelstore.acceptance.guides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.api.JobApi;
import dev.reelstore.application.api.JobCreate;
import dev.reelstore.application.api.JobResponse;
import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.analysis.TranscriptSegment;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backend: jobs with what was found in them, and an API in front. */
final class S3DatabaseUsageGuideTest {

    static Stream<Named<Reelstore>> stores() {
        return Guides.stores("guide_s3");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void theGuide(Reelstore reelstore) {
        try (reelstore) {
            // create: the id is the application's, the rest of the file may come later
            NewJob wanted =
                    NewJob.of("video_process", new Target("upload", "job_123")).source(MediaSource.named("video.mp4"));
            Job job = reelstore.jobs().create(wanted);
            assertThat(job.id()).isEqualTo(wanted.id());
            assertThat(job.status()).isEqualTo(JobStatus.QUEUED);

            // query
            assertThat(reelstore.jobs().find(job.id())).contains(job);
            assertThat(reelstore.jobs().find(JobId.next())).isEmpty();

            // update: a worker takes it, and it runs
            Claim claim = reelstore
                    .claims()
                    .claim(ClaimRequest.of(WorkerId.next(), job.queue(), List.of(job.type())))
                    .get(0);
            assertThat(reelstore.jobs().get(job.id()).status()).isEqualTo(JobStatus.RUNNING);

            // what was found goes in with the completion, or not at all
            reelstore.under(claim, stores -> {
                stores.analysis()
                        .add(List.of(
                                TranscriptSegment.of(job.id(), TimeRange.ofMillis(0, 1_000), "Hello"),
                                Clip.of(job.id(), TimeRange.ofMillis(2_000, 5_000), 2, "The end"),
                                Clip.of(job.id(), TimeRange.ofMillis(0, 2_000), 1, "The beginning")));
                return stores.claims().complete(claim, null);
            });

            // a job with all its clips, in one query
            assertThat(reelstore
                            .analysis()
                            .findJobWithClips(job.id())
                            .orElseThrow()
                            .clips())
                    .extracting(Clip::title)
                    .containsExactly("The beginning", "The end");

            // an API in front: validated, stored, answered without anything internal
            JobApi api = new JobApi(reelstore, "video_process", "default");
            JobResponse response = api.submit(JobCreate.of("video.mp4", 1_000, "uploads/video.mp4"));
            assertThat(response.status()).isEqualTo("queued");
            assertThat(response.contentType()).isEqualTo("video/mp4");
            assertThat(api.find(response.jobId())).contains(response);
            assertThat(api.results(job.id().toString()).orElseThrow().clips()).hasSize(2);

            // delete: all that hangs on the job goes with it
            assertThat(reelstore.jobs().delete(job.id())).isTrue();
            assertThat(reelstore.analysis().list(FindingQuery.of(job.id(), FindingKind.TRANSCRIPT)))
                    .isEmpty();
            assertThat(reelstore.analysis().findJobWithClips(job.id())).isEmpty();
            assertThat(reelstore.claims().complete(claim, null)).isEqualTo(Settlement.STALE);
        }
    }
}
