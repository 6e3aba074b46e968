package dev.reelstore.cli.pipeline;

import dev.reelstore.application.worker.JobContext;
import dev.reelstore.application.worker.Stage;
import dev.reelstore.cli.media.Ffmpeg;
import dev.reelstore.cli.media.MediaProbe;
import dev.reelstore.cli.media.Rendering;
import dev.reelstore.cli.media.Rung;
import dev.reelstore.domain.job.JobId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders the rungs of one job, one after the other, each a stage with a checkpoint; skips what is there already. */
final class RenderLadder {

    /** The probe's share of a job, in thousands of pixels that are rendered. */
    static final int PROBE_WEIGHT = 5;

    private static final int MOST_WEIGHT = 1_000_000;

    private final Ffmpeg ffmpeg;
    private final JobContext context;
    private final ProgressSink sink;
    private final int threads;

    RenderLadder(Ffmpeg ffmpeg, JobContext context, ProgressSink sink, int threads) {
        this.ffmpeg = ffmpeg;
        this.context = context;
        this.sink = sink;
        this.threads = threads;
    }

    List<FinishedRendition> render(Path source, MediaProbe probe, List<Rung> rungs, Path folder) {
        List<Stage> stages = new ArrayList<>();
        double total = PROBE_WEIGHT;
        for (Rung rung : rungs) {
            stages.add(context.stage(rung.level(), weight(rung)));
            total += weight(rung);
        }
        // Weights count from the first report on, so that the whole is known before the first rendition.
        stages.forEach(stage -> stage.percent(0));
        List<FinishedRendition> finished = new ArrayList<>();
        double before = PROBE_WEIGHT;
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            Stage stage = stages.get(i);
            Path target = folder.resolve(rung.level() + "." + ffmpeg.container());
            Span span = new Span(before / total * 100, weight(rung) / total);
            finished.add(resume(stage, rung, target)
                    .orElseGet(() -> make(stage, span, new Rendering(source, probe, rung, target, threads))));
            stage.percent(100);
            before += weight(rung);
        }
        return finished;
    }

    private record Span(double from, double share) {

        double percent(double ofStage) {
            return from + ofStage * share;
        }
    }

    private static Optional<FinishedRendition> resume(Stage stage, Rung rung, Path target) {
        return stage.resumeFrom().flatMap(checkpoint -> FinishedRendition.resume(checkpoint, rung, target));
    }

    private FinishedRendition make(Stage stage, Span span, Rendering rendering) {
        if (context.stopped()) {
            throw new IllegalStateException("stopped before " + rendering.rung().level() + " was begun");
        }
        JobId job = context.job().id();
        FinishedRendition finished =
                FinishedRendition.of(rendering.rung(), VideoProcess.await(context, ffmpeg.start(rendering, percent -> {
                    stage.percent(percent);
                    sink.progress(job, span.percent(percent), rendering.rung().level());
                })));
        stage.checkpoint(finished.toJson());
        return finished;
    }

    private static int weight(Rung rung) {
        return Math.max(1, Math.min(MOST_WEIGHT, rung.width() * rung.height() / 1_000));
    }
}
