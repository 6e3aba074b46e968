package dev.reelstore.cli.pipeline;

import dev.reelstore.application.worker.JobContext;
import dev.reelstore.cli.media.Ffmpeg;
import dev.reelstore.cli.media.Rendering;
import dev.reelstore.cli.media.Rung;
import dev.reelstore.cli.report.Words;
import dev.reelstore.domain.value.JsonDocument;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Makes one rendition, unless it is there already. */
record RenditionStep(Ffmpeg ffmpeg, JobContext context, Rendering rendering) implements Step<FinishedRendition> {

    static int weight(Rung rung) {
        return rung.width() * rung.height() / 1_000;
    }

    @Override
    public String name() {
        return rendering.rung().level();
    }

    @Override
    public Optional<FinishedRendition> resume(JsonDocument checkpoint) {
        return FinishedRendition.resume(checkpoint, rendering.rung(), rendering.target());
    }

    @Override
    public FinishedRendition work(DoubleConsumer percent) {
        return FinishedRendition.of(rendering.rung(), VideoProcess.await(context, ffmpeg.start(rendering, percent)));
    }

    @Override
    public JsonDocument checkpoint(FinishedRendition done) {
        return done.toJson();
    }

    @Override
    public String message(FinishedRendition done) {
        return done.measured().width() + "x" + done.measured().height() + ", "
                + Words.bytes(done.measured().fileSizeBytes());
    }
}
