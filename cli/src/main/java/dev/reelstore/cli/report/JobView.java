package dev.reelstore.cli.report;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.Progress;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything about a job, as {@code --json} shows it; times in UTC, the lease as the seconds that are left of it. */
public record JobView(
        String id,
        String type,
        String target,
        String queue,
        String status,
        int priority,
        int attempt,
        int maxAttempts,
        @Nullable Double percent,
        @Nullable String error,
        @Nullable SourceView source,
        String createdAt,
        String runAt,
        @Nullable String startedAt,
        @Nullable String finishedAt,
        @Nullable String worker,
        @Nullable Double leaseLeftSeconds,
        JsonNode parameters,
        @Nullable JsonNode result,
        @Nullable List<StageView> stages,
        @Nullable JournalView journal,
        @Nullable FoundView found) {

    /** The media that it works on. */
    public record SourceView(
            @Nullable String sha256,
            @Nullable String location,
            @Nullable String fileName,
            @Nullable Long sizeBytes,
            @Nullable String contentType) {

        static SourceView of(MediaSource source) {
            return new SourceView(
                    source.hash() == null ? null : source.hash().hex(),
                    source.location(),
                    source.fileName(),
                    source.sizeBytes(),
                    source.contentType());
        }
    }

    /** A stage of it. */
    public record StageView(
            String name,
            int weight,
            double percent,
            @Nullable String message,
            @Nullable JsonNode checkpoint,
            String updatedAt) {

        static StageView of(StageState stage) {
            return new StageView(
                    stage.stage(),
                    stage.progress().weight(),
                    stage.progress().percent(),
                    stage.progress().message(),
                    node(stage.checkpoint()),
                    stage.updatedAt().toString());
        }
    }

    /** What lists show of a job: nothing of its parts. */
    public static JobView inList(Job job, Instant now) {
        return of(job, null, null, null, now);
    }

    /**
     * What is shown of this job.
     *
     * @param stages its stages, or null where they were not asked for
     * @param journal what the journal has of it, or null likewise
     * @param found what was found in its media, or null likewise
     * @param now the store's time
     */
    public static JobView of(
            Job job, @Nullable List<StageState> stages, @Nullable Journal journal, @Nullable Found found, Instant now) {
        return new JobView(
                job.id().toString(),
                job.type(),
                job.target().toString(),
                job.queue(),
                job.status().name(),
                job.priority(),
                job.attempt(),
                job.maxAttempts(),
                stages == null ? null : Progress.of(job, stages).percent(),
                job.error(),
                job.source() == null ? null : SourceView.of(job.source()),
                job.createdAt().toString(),
                job.runAt().toString(),
                text(job.startedAt()),
                text(job.finishedAt()),
                job.worker() == null ? null : job.worker().toString(),
                job.leaseUntil() == null ? null : QualityView.seconds(Duration.between(now, job.leaseUntil())),
                Json.read(job.parameters()),
                node(job.result()),
                stages == null ? null : stages.stream().map(StageView::of).toList(),
                journal == null ? null : JournalView.of(journal),
                found == null ? null : FoundView.of(found));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable JsonNode node(@Nullable JsonDocument document) {
        return document == null ? null : Json.read(document);
    }
}
