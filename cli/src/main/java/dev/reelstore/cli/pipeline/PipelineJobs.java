package dev.reelstore.cli.pipeline;

import dev.reelstore.cli.report.Json;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.value.Text;
import dev.reelstore.domain.video.VideoId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** How this pipeline's jobs are called, so that every process that meets the same content means the same job. */
public final class PipelineJobs {

    /** The type of the jobs. */
    public static final String TYPE = "video_process";

    /** The queue in which they wait. */
    public static final String QUEUE = "process";

    static final String VIDEO_ID = "videoId";

    private static final int LONGEST_TARGET = 500;
    private static final int LONGEST_LOCATION = 4_000;
    private static final int LONGEST_NAME = 1_000;

    private PipelineJobs() {}

    /** What a job for this content works on. */
    public static Target content(SourceHash hash) {
        return new Target("media", hash.hex());
    }

    /** What a job for a file works on whose content is not known. */
    public static Target file(Path file) {
        String location = Locations.write(file);
        boolean fits = location.codePointCount(0, location.length()) <= LONGEST_TARGET;
        return new Target("file", fits ? location : nameOf(location));
    }

    static NewJob forContent(Path file, Fingerprint fingerprint, JobParameters parameters) {
        MediaSource source = source(file).hash(fingerprint.hash()).sizeBytes(fingerprint.sizeBytes());
        return job(content(fingerprint.hash()), source, parameters);
    }

    static NewJob forUnreadable(Path file, JobParameters parameters) {
        return job(file(file), source(file), parameters);
    }

    /** The video that a completed job of this pipeline made; empty for any other. */
    public static Optional<VideoId> videoOf(Job job) {
        JsonDocument result = job.result();
        if (result == null) {
            return Optional.empty();
        }
        try {
            String id = Json.read(result).path(VIDEO_ID).asString("");
            return id.isEmpty() ? Optional.empty() : Optional.of(VideoId.parse(id));
        } catch (JacksonException | InvalidDataException anothersResult) {
            return Optional.empty();
        }
    }

    private static NewJob job(Target target, MediaSource source, JobParameters parameters) {
        return NewJob.of(TYPE, target).queue(QUEUE).source(source).parameters(parameters.toJson());
    }

    private static MediaSource source(Path file) {
        String location = Locations.write(file);
        return MediaSource.named(displayName(file))
                .location(location.codePointCount(0, location.length()) <= LONGEST_LOCATION ? location : null)
                .contentType(ContentTypes.of(file));
    }

    private static String displayName(Path file) {
        @Nullable Path name = file.getFileName();
        String text = Text.fit(String.valueOf(name == null ? file : name), LONGEST_NAME);
        return text == null || text.isBlank() ? "(unnamed)" : text;
    }

    /** A short name for a text that is too long to be one, always the same. */
    private static String nameOf(String location) {
        return "path " + UUID.nameUUIDFromBytes(location.getBytes(StandardCharsets.UTF_8));
    }
}
