package dev.reelstore.domain.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.analysis.SilenceRegion;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JobOutputTest {

    private static final JobId JOB = JobId.next();
    private static final JobId OTHER = JobId.next();

    @Test
    void whatIsAddedComesToWhatIsThere() {
        NewMetric metric = NewMetric.of(JOB, "render", Duration.ofMillis(1));
        NewLogEntry entry = NewLogEntry.of(JOB, "render", LogStatus.NOTE);
        SilenceRegion silence = silence(JOB);

        JobOutput output = JobOutput.NONE
                .result(JsonDocument.EMPTY)
                .measure(metric)
                .log(entry)
                .add(List.of(silence));

        assertThat(output)
                .isEqualTo(new JobOutput(JsonDocument.EMPTY, List.of(entry), List.of(metric), List.of(silence)));
        assertThat(output.plain()).isFalse();
        assertThat(JobOutput.NONE.result(JsonDocument.EMPTY).plain()).isTrue();
    }

    @Test
    void anIdIsNotNamedTwice() {
        NewMetric metric = NewMetric.of(JOB, "render", Duration.ofMillis(1));

        assertThatThrownBy(() -> JobOutput.NONE.measure(metric).measure(metric))
                .isInstanceOf(StoreConflictException.class)
                .hasMessageContaining(metric.id().toString());
    }

    static Stream<JobOutput> foreign() {
        return Stream.of(
                JobOutput.NONE.measure(NewMetric.of(OTHER, "render", Duration.ofMillis(1))),
                JobOutput.NONE.log(NewLogEntry.of(OTHER, "render", LogStatus.NOTE)),
                JobOutput.NONE.add(List.of(silence(JOB), silence(OTHER))));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void aJobWritesOfNoOther(JobOutput output) {
        assertThatThrownBy(() -> new FinishedJob(claim(), output))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(JOB.toString())
                .hasMessageContaining(OTHER.toString());
    }

    private static Claim claim() {
        Instant now = Instant.EPOCH;
        Job job = new Job(
                JOB,
                "encode",
                new Target("film", "one"),
                "default",
                0,
                now,
                JsonDocument.EMPTY,
                5,
                null,
                null,
                now,
                JobStatus.RUNNING,
                1,
                5,
                WorkerId.next(),
                now,
                now,
                null,
                null,
                null);
        return new Claim(job, WorkerId.next(), 1, new UUID(1, 1));
    }

    private static SilenceRegion silence(JobId job) {
        return SilenceRegion.of(job, TimeRange.ofMillis(0, 1));
    }
}
