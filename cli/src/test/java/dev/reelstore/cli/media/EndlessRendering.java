package dev.reelstore.cli.media;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The program that {@link KilledProcessTest} kills: says when FFmpeg is at work, and goes on. */
final class EndlessRendering {

    private EndlessRendering() {}

    public static void main(String[] arguments) {
        Path source = Path.of(arguments[0]);
        Ffmpeg ffmpeg = new Ffmpeg(Path.of(arguments[2]), Codecs.X264, List.of());
        AtomicBoolean said = new AtomicBoolean();
        Rendering rendering =
                new Rendering(source, ffmpeg.probe(source), new Rung("720p", 1280, 720), Path.of(arguments[1]), 1);
        ffmpeg.start(rendering, percent -> {
                    if (!said.getAndSet(true)) {
                        System.out.println("rendering");
                    }
                })
                .await();
    }
}
