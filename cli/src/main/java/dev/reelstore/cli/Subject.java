package dev.reelstore.cli;

import dev.reelstore.cli.pipeline.Fingerprint;
import dev.reelstore.cli.pipeline.PipelineJobs;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * What a person means by an id, a hash or a path. A path means the content that is there now.
 *
 * @param id if it is an id
 * @param hash if it is a hash, or a path of which the content could be read
 * @param path if it is a path
 */
record Subject(
        @Nullable UUID id,
        @Nullable SourceHash hash,
        @Nullable Path path) {

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");
    private static final Pattern HASH = Pattern.compile("\\p{XDigit}{64}");

    /**
     * Reads what was typed.
     *
     * @throws CommandException when it is neither an id nor a hash nor the path of something
     */
    static Subject of(String typed) {
        if (ID.matcher(typed).matches()) {
            return new Subject(UUID.fromString(typed), null, null);
        }
        if (HASH.matcher(typed).matches()) {
            return new Subject(null, new SourceHash(typed), null);
        }
        Path path = path(typed);
        if (typed.isEmpty() || Files.notExists(path)) {
            throw new CommandException(
                    "'" + typed + "' is no id, no SHA-256, and there is no such file: 'reelstore jobs' lists the ids");
        }
        try {
            return new Subject(null, Fingerprint.of(path).hash(), path);
        } catch (IOException unreadable) {
            return new Subject(null, null, path);
        }
    }

    private static Path path(String typed) {
        try {
            return Paths.of(typed);
        } catch (TypeConversionException unreadable) {
            throw new CommandException("'" + typed + "': " + unreadable.getMessage(), unreadable);
        }
    }

    /** The job that is meant: of content, the last one made for it. */
    Optional<Job> job(Stores stores) {
        if (id != null) {
            return stores.jobs().find(new JobId(id));
        }
        List<Target> targets = new ArrayList<>();
        if (hash != null) {
            targets.add(PipelineJobs.content(hash));
        }
        if (path != null) {
            targets.add(PipelineJobs.file(path.toAbsolutePath().normalize()));
        }
        return last(stores, targets);
    }

    private static Optional<Job> last(Stores stores, List<Target> targets) {
        return targets.stream()
                .flatMap(target ->
                        stores
                                .jobs()
                                .list(JobQuery.newestFirst(JobFilter.all().target(target))
                                        .limit(1))
                                .jobs()
                                .stream())
                .findFirst();
    }

    /** That there is none. */
    CommandException noJob() {
        return new CommandException("there is no job for " + name() + ": 'reelstore jobs' lists those there are");
    }

    /** The job that is meant, or where the id is a video's the last one for that. */
    Optional<Job> jobOrOneForVideo(Stores stores) {
        return job(stores)
                .or(() -> id == null
                        ? Optional.empty()
                        : stores.videos().find(new VideoId(id)).flatMap(video -> {
                            List<Target> targets = new ArrayList<>(List.of(Target.video(video.id())));
                            if (video.sourceHash() != null) {
                                targets.add(PipelineJobs.content(video.sourceHash()));
                            }
                            return last(stores, targets);
                        }));
    }

    /** The video that is meant; an id may also be that of the job that made it. */
    Optional<Video> video(Stores stores) {
        if (hash != null) {
            return stores.videos().findBySourceHash(hash);
        }
        if (id == null) {
            return Optional.empty();
        }
        return stores.videos()
                .find(new VideoId(id))
                .or(() -> job(stores).flatMap(PipelineJobs::videoOf).flatMap(stores.videos()::find));
    }

    /** The job that made this video, as far as it is there: what was found in the video belongs to it. */
    static Optional<Job> jobOf(Video video, Stores stores) {
        SourceHash source = video.sourceHash();
        Optional<Job> job = source == null ? Optional.empty() : new Subject(null, source, null).job(stores);
        return job.filter(made -> PipelineJobs.videoOf(made).equals(Optional.of(video.id())));
    }

    /** How messages call it. */
    String name() {
        if (id != null) {
            return "the id " + id;
        }
        return path == null ? "the content " + hash : path + (hash == null ? "" : " (content " + hash + ")");
    }
}
