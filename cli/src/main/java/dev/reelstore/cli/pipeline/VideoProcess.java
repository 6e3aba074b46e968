package dev.reelstore.cli.pipeline;

import dev.reelstore.application.worker.JobContext;
import dev.reelstore.application.worker.JobHandler;
import dev.reelstore.application.worker.PermanentFailureException;
import dev.reelstore.application.worker.Stage;
import dev.reelstore.cli.media.Ffmpeg;
import dev.reelstore.cli.media.Ladder;
import dev.reelstore.cli.media.MediaException;
import dev.reelstore.cli.media.MediaProbe;
import dev.reelstore.cli.media.MediaStoppedException;
import dev.reelstore.cli.media.MediaTask;
import dev.reelstore.cli.media.Rung;
import dev.reelstore.cli.report.Json;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The work on one video: probe it, render its ladder, and tell the store of all of it in the commit that completes the
 * job. A finished rendition is a checkpoint: a later attempt does not make it again.
 *
 * <p>What is wrong with the file fails the job for good. Safe from any thread.
 */
final class VideoProcess implements JobHandler {

    private final Ffmpeg ffmpeg;
    private final LocalSources sources;
    private final ProgressSink sink;
    private final int threads;

    /** @param threads how many each encoder may use */
    VideoProcess(Ffmpeg ffmpeg, LocalSources sources, ProgressSink sink, int threads) {
        this.ffmpeg = ffmpeg;
        this.sources = sources;
        this.sink = sink;
        this.threads = threads;
    }

    @Override
    public void handle(JobContext context) {
        Job job = context.job();
        try {
            sink.progress(job.id(), 0, "probe");
            Publication publication = work(context);
            context.completeWith(publication::write);
        } catch (MediaStoppedException stopped) {
            throw stopped;
        } catch (MediaException content) {
            throw new PermanentFailureException(String.valueOf(content.getMessage()), content);
        } catch (InvalidDataException unstorable) {
            throw new PermanentFailureException(String.valueOf(unstorable.getMessage()), unstorable);
        } finally {
            sink.left(job.id());
        }
    }

    private Publication work(JobContext context) {
        Job job = context.job();
        MediaSource source = Objects.requireNonNullElseGet(job.source(), () -> MediaSource.named("(unnamed)"));
        String name = Objects.requireNonNullElse(source.fileName(), "(unnamed)");
        SourceHash hash = source.hash();
        if (hash == null) {
            throw unreadable(source);
        }
        Path file = find(hash, source);
        JobParameters parameters = JobParameters.of(job.parameters());

        MediaProbe probe = probe(context, file);
        List<Rung> rungs = new Ladder(parameters.maxLevel().label()).rungs(probe);
        Path folder = create(OutputFolder.of(parameters.out(), name, hash));
        RenderLadder ladder = new RenderLadder(ffmpeg, context, sink, threads);
        return new Publication(hash, file, title(name), probe, ladder.render(file, probe, rungs, folder));
    }

    /** What the content is does not change, so that a later attempt need not ask again. */
    private MediaProbe probe(JobContext context, Path file) {
        Stage stage = context.stage("probe", RenderLadder.PROBE_WEIGHT);
        MediaProbe probe = stage.resumeFrom().flatMap(VideoProcess::resume).orElseGet(() -> {
            MediaProbe measured = await(context, ffmpeg.startProbe(file));
            stage.checkpoint(Json.document(measured));
            return measured;
        });
        stage.percent(100);
        return probe;
    }

    private static Optional<MediaProbe> resume(JsonDocument checkpoint) {
        try {
            return Optional.of(Json.read(checkpoint, MediaProbe.class));
        } catch (JacksonException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static String title(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    private Path find(SourceHash hash, MediaSource source) {
        try {
            return sources.find(hash, source);
        } catch (IOException failure) {
            throw new PermanentFailureException(
                    "cannot read " + source.location() + ": " + Reason.of(failure), failure);
        }
    }

    /** The file could not be read when the job was made; says why it still cannot, or that it can now. */
    private static PermanentFailureException unreadable(MediaSource source) {
        String location = source.location();
        Path file = location == null ? null : Locations.read(location);
        try {
            Fingerprint.of(file == null ? Path.of("") : file);
            return new PermanentFailureException(
                    location + " could not be read when it was given, but can now: process it again");
        } catch (IOException failure) {
            return new PermanentFailureException("cannot read " + location + ": " + Reason.of(failure), failure);
        }
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new PermanentFailureException(
                    "cannot make the folder " + folder + ": " + Reason.of(failure), failure);
        }
    }

    static <T> T await(JobContext context, MediaTask<T> task) {
        context.onStop(reason -> task.destroy());
        return task.await();
    }
}
