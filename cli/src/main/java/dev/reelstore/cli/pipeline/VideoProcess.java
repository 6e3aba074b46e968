package dev.reelstore.cli.pipeline;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.JobContext;
import dev.reelstore.application.worker.JobHandler;
import dev.reelstore.application.worker.PermanentFailureException;
import dev.reelstore.cli.media.Ffmpeg;
import dev.reelstore.cli.media.Ladder;
import dev.reelstore.cli.media.MediaException;
import dev.reelstore.cli.media.MediaProbe;
import dev.reelstore.cli.media.MediaStoppedException;
import dev.reelstore.cli.media.MediaTask;
import dev.reelstore.cli.media.Rendering;
import dev.reelstore.cli.media.Rung;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.value.SourceHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The work on one video: probe it, search it, render its ladder, and publish the video with all renditions in the commit
 * that completes the job. What was found is kept as soon as it is. Each step is a stage with a checkpoint: a later
 * attempt does not do it again.
 *
 * <p>What is wrong with the file fails the job for good. Safe from any thread.
 */
final class VideoProcess implements JobHandler {

    private final Reelstore reelstore;
    private final Ffmpeg ffmpeg;
    private final LocalSources sources;
    private final ProgressSink sink;
    private final int threads;

    /** @param threads how many each encoder may use */
    VideoProcess(Reelstore reelstore, Ffmpeg ffmpeg, LocalSources sources, ProgressSink sink, int threads) {
        this.reelstore = reelstore;
        this.ffmpeg = ffmpeg;
        this.sources = sources;
        this.sink = sink;
        this.threads = threads;
    }

    @Override
    public void handle(JobContext context) {
        Job job = context.job();
        try {
            sink.claimedAs(context.claim().worker());
            sink.progress(job.id(), 0, ProbeStep.NAME);
            Publication publication = work(context);
            context.completeWith(publication::write);
        } catch (MediaStoppedException stopped) {
            throw stopped;
        } catch (MediaException content) {
            throw new PermanentFailureException(String.valueOf(content.getMessage()), content);
        } catch (InvalidDataException unstorable) {
            throw new PermanentFailureException(String.valueOf(unstorable.getMessage()), unstorable);
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

        Course course = new Course(context, sink).plan(ProbeStep.NAME, ProbeStep.WEIGHT);
        Steps steps = new Steps(reelstore, context, course);
        MediaProbe probe = steps.run(new ProbeStep(ffmpeg, context, file));
        List<Rung> rungs = new Ladder(parameters.maxLevel().label()).rungs(probe);
        Path folder = create(OutputFolder.of(parameters.out(), name, hash));

        // All stages count from here on, so that the whole is known before the long ones.
        Analyses analyses = new Analyses(ffmpeg, context, file, probe, threads);
        analyses.plan(course);
        rungs.forEach(rung -> course.plan(rung.level(), RenditionStep.weight(rung)));
        analyses.run(steps);
        List<FinishedRendition> renditions = new ArrayList<>();
        for (Rung rung : rungs) {
            Path target = folder.resolve(rung.level() + "." + ffmpeg.container());
            renditions.add(
                    steps.run(new RenditionStep(ffmpeg, context, new Rendering(file, probe, rung, target, threads))));
        }
        return new Publication(hash, file, title(name), probe, renditions);
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
