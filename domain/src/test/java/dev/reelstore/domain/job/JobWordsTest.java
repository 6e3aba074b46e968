package dev.reelstore.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobWordsTest {

    @ParameterizedTest
    @CsvSource({"queued,QUEUED", "PENDING,QUEUED", "processing,RUNNING", "Running,RUNNING", " completed ,COMPLETED"})
    void statusesAreReadInAnyCaseAndByTheirOlderNames(String text, JobStatus status) {
        assertThat(JobStatus.parse(text)).isEqualTo(status);
    }

    @Test
    void unknownStatusIsRefusedWithTheChoices() {
        assertThatThrownBy(() -> JobStatus.parse("done"))
                .hasMessageContaining("'done'")
                .hasMessageContaining("cancelled");
    }

    @Test
    void newJobHasTheDocumentedDefaults() {
        NewJob job = NewJob.of("encode", new Target("file", "a.mp4"));
        assertThat(job.queue()).isEqualTo("default");
        assertThat(job.maxAttempts()).isEqualTo(5);
        assertThat(job.priority()).isZero();
        assertThat(job.runAt()).isNull();
        assertThat(job.parameters().text()).isEqualTo("{}");
    }

    @Test
    void newJobRefusesWhatNoStoreKeeps() {
        NewJob job = NewJob.of("encode", new Target("file", "a.mp4"));
        assertThatThrownBy(() -> job.priority(40_000)).hasMessageContaining("job priority is 40000");
        assertThatThrownBy(() -> job.maxAttempts(0)).hasMessageContaining("job maxAttempts is 0");
        assertThatThrownBy(() -> job.timeout(Duration.ZERO)).hasMessageContaining("job timeout");
        assertThatThrownBy(() -> job.queue("")).hasMessageContaining("job queue is blank");
        assertThatThrownBy(() -> job.parameters("{]"))
                .hasMessage("JSON of job parameters has ']' at index 1: expected '\"'");
        assertThatThrownBy(() -> new MediaSource(null, null, null, 5L, null)).hasMessageContaining("give one");
    }

    @Test
    void cursorSurvivesAsText() {
        JobCursor cursor = new JobCursor(Instant.parse("2026-02-03T04:05:06.789012Z"), JobId.next());
        assertThat(JobCursor.parse(cursor.toString())).isEqualTo(cursor);
        assertThatThrownBy(() -> JobCursor.parse("nonsense")).hasMessageContaining("cursor is 'nonsense'");
        assertThatThrownBy(() -> JobCursor.parse("2026-02-03T04:05:06Z_x")).hasMessageContaining("UUID");
    }

    @Test
    void percentIsKeptToTwoDecimals() {
        assertThat(new StageProgress("render", 1, 12.3456, null).percent()).isEqualTo(12.35);
        assertThatThrownBy(() -> new StageProgress("render", 1, 100.01, null))
                .hasMessageContaining("percent is 100.01");
        assertThatThrownBy(() -> new StageProgress("render", 1, Double.NaN, null))
                .hasMessageContaining("NaN");
    }

    @Test
    void failureTextIsMendedNeverRefused() {
        assertThat(JobFailure.forGood("bad \0 byte").error()).isEqualTo("bad \uFFFD byte");
        assertThat(JobFailure.forGood(null).error()).isEqualTo("no reason given");
        assertThat(JobFailure.forGood("x".repeat(9_000)).error())
                .hasSize(Job.MAX_ERROR_LENGTH)
                .endsWith("…");
    }

    @Test
    void claimRequestNamesAtLeastOneTypeOnce() {
        WorkerId worker = WorkerId.next();
        assertThat(ClaimRequest.of(worker, "q", List.of("b", "a", "b")).types()).containsExactly("a", "b");
        assertThatThrownBy(() -> ClaimRequest.of(worker, "q", List.of())).hasMessageContaining("claimed types");
    }

    @Test
    void idsAreOrderedByTheirBytes() {
        JobId low = new JobId(UUID.fromString("00000000-0000-4000-8000-000000000000"));
        JobId high = new JobId(UUID.fromString("ffffffff-0000-4000-8000-000000000000"));
        assertThat(low).isLessThan(high);
    }
}
