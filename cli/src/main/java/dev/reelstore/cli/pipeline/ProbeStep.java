package dev.reelstore.cli.pipeline;

import dev.reelstore.application.worker.JobContext;
import dev.reelstore.cli.media.Ffmpeg;
import dev.reelstore.cli.media.MediaProbe;
import dev.reelstore.cli.report.Json;
import dev.reelstore.domain.value.JsonDocument;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import tools.jackson.core.JacksonException;

/** Finds out what the file is. What the content is does not change, so that a later attempt need not ask again. */
record ProbeStep(Ffmpeg ffmpeg, JobContext context, Path file) implements Step<MediaProbe> {

    static final String NAME = "probe";

    /** In thousands of pixels that are rendered, as all weights here. */
    static final int WEIGHT = 5;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<MediaProbe> resume(JsonDocument checkpoint) {
        try {
            return Optional.of(Json.read(checkpoint, MediaProbe.class));
        } catch (JacksonException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    @Override
    public MediaProbe work(DoubleConsumer percent) {
        return VideoProcess.await(context, ffmpeg.startProbe(file));
    }

    @Override
    public JsonDocument checkpoint(MediaProbe done) {
        return Json.document(done);
    }

    @Override
    public String message(MediaProbe done) {
        return done.container() + ", " + done.codec() + " " + done.width() + "x" + done.height()
                + (done.audio() == null ? ", no sound" : ", " + done.audio().codec());
    }
}
