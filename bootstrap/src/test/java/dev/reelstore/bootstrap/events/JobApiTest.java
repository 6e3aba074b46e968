package dev.reelstore.bootstrap.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.api.ClipMetadata;
import dev.reelstore.application.api.JobApi;
import dev.reelstore.application.api.JobCreate;
import dev.reelstore.application.api.JobResponse;
import dev.reelstore.application.api.ProcessingStage;
import dev.reelstore.application.api.ResultsResponse;
import dev.reelstore.application.api.UploadRequest;
import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JobApiTest {

    static Stream<Named<Reelstore>> stores() {
        return EachStore.stores();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aRequestBecomesAJobAndTheJobAResponse(Reelstore reelstore) {
        try (reelstore) {
            JobApi api = new JobApi(reelstore, "video_process", "encode");
            JobResponse submitted = api.submit(JobCreate.of("holiday.mp4", 5_000_000_000L, "uploads/1/holiday.mp4"));

            assertThat(submitted.status()).isEqualTo("queued");
            assertThat(submitted.type()).isEqualTo("video_process");
            assertThat(submitted.filename()).isEqualTo("holiday.mp4");
            assertThat(submitted.fileSizeBytes()).isEqualTo(5_000_000_000L);
            assertThat(submitted.contentType()).isEqualTo("video/mp4");
            assertThat(submitted.progressPercent()).isZero();
            assertThat(submitted.completedAt()).isNull();
            assertThat(api.find(submitted.jobId())).contains(submitted);
            assertThat(api.find(JobId.next().toString())).isEmpty();
            assertThat(reelstore.jobs().get(JobId.parse(submitted.jobId())).queue())
                    .isEqualTo("encode");
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void whoSubmitsTwiceGetsTheJobThatIsThere(Reelstore reelstore) {
        try (reelstore) {
            JobApi api = new JobApi(reelstore, "video_process", "encode");
            JobCreate request = JobCreate.of("holiday.mp4", 1, "uploads/1/holiday.mp4");
            assertThat(api.submit(request)).isEqualTo(api.submit(request));
            assertThat(reelstore.jobs().count(JobFilter.all())).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void resultsAreTheJobWithItsClips(Reelstore reelstore) {
        try (reelstore) {
            JobApi api = new JobApi(reelstore, "video_process", "encode");
            JobResponse job = api.submit(JobCreate.of("holiday.mp4", 1, "uploads/1/holiday.mp4"));
            assertThat(api.results(job.jobId())).contains(new ResultsResponse(job, List.of()));

            Clip clip = Clip.of(JobId.parse(job.jobId()), TimeRange.ofMillis(1_500, 4_000), 1, "The dive")
                    .location("clips/1.mp4")
                    .sizeBytes(5_000_000_000L);
            reelstore.analysis().add(List.of(clip));
            assertThat(api.results(job.jobId()).orElseThrow().clips())
                    .containsExactly(new ClipMetadata(
                            clip.id().toString(), "The dive", 1, 1.5, 4.0, 2.5, "clips/1.mp4", null, 5_000_000_000L));
            assertThat(api.results(JobId.next().toString())).isEmpty();
        }
    }

    @Test
    void badInputIsRefusedBeforeAStoreIsAsked() {
        assertThatThrownBy(() -> JobCreate.of("", 1, "key")).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> JobCreate.of("x".repeat(256), 1, "key"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("filename")
                .hasMessageContaining("255");
        assertThatThrownBy(() -> JobCreate.of("a.mp4", 0, "key"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("fileSizeBytes is 0");
        assertThatThrownBy(() -> JobCreate.of("a.mp4", 1, "a\0b")).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> UploadRequest.of("a.mp4", -1)).isInstanceOf(InvalidDataException.class);
        assertThat(UploadRequest.of("a.mp4", 1).contentType()).isEqualTo("video/mp4");
    }

    @Test
    void stagesHaveTheirWords() {
        assertThat(Arrays.stream(ProcessingStage.values()).map(ProcessingStage::word))
                .containsExactly(
                        "uploading",
                        "silence_detection",
                        "transcription",
                        "layout_analysis",
                        "content_analysis",
                        "segmentation",
                        "compilation",
                        "complete");
        assertThat(ProcessingStage.parse("Layout_Analysis")).isEqualTo(ProcessingStage.LAYOUT_ANALYSIS);
        assertThat(ProcessingStage.of("my_own")).isEmpty();
        assertThatThrownBy(() -> ProcessingStage.parse("lunch"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("'lunch'")
                .hasMessageContaining("segmentation");
    }
}
