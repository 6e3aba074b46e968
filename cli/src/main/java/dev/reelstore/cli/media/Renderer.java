package dev.reelstore.cli.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.DoubleConsumer;

/** Makes one rendition: encodes beside the target, measures what was written, and only then gives it its name. */
final class Renderer {

    private static final double SHORTEST = 0.8;
    private static final double SLACK_SECONDS = 0.5;

    private final FfmpegSession session;
    private final Codecs codecs;

    Renderer(FfmpegSession session, Codecs codecs) {
        this.session = session;
        this.codecs = codecs;
    }

    Rendition render(Rendering rendering, DoubleConsumer percent) throws IOException {
        Path target = rendering.target().toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new MediaException("the rendition cannot be written to " + target + ": that is a folder");
        }
        Leftovers.sweep(folder, 1);
        ProgressPercent progress = new ProgressPercent(rendering.probe().duration(), percent);
        try (PartialFile partial = PartialFile.beside(target);
                FileArgument source = FileArgument.of(rendering.source());
                FileArgument output = FileArgument.of(partial.path())) {
            ErrorText errors = new ErrorText();
            long begun = System.nanoTime();
            int status = session.run(
                    RenderArguments.of(rendering, codecs, source, output), progress::accept, errors::accept);
            Duration encodingTime = Duration.ofNanos(System.nanoTime() - begun);
            if (status != 0) {
                throw new MediaException(errors.reason(status));
            }
            MediaProbe measured = new Probing(session).measure(partial.path(), "." + codecs.container());
            refuseWhatIsTooShort(rendering.probe().duration(), measured.duration());
            partial.publish(target);
            progress.finish();
            return new Rendition(target, rendering.rung().level(), measured, encodingTime);
        }
    }

    /** FFmpeg reports success also when it had to leave out most of a damaged file. */
    private static void refuseWhatIsTooShort(Duration source, Duration rendition) {
        if (rendition.toMillis() < source.toMillis() * SHORTEST - SLACK_SECONDS * 1000) {
            throw new MediaException("the source is damaged: of its " + source.toMillis() + " ms FFmpeg could render "
                    + rendition.toMillis() + " ms");
        }
    }
}
