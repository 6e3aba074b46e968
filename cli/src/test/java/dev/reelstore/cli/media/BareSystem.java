package dev.reelstore.cli.media;

import java.nio.file.Path;

/** The program that {@link BareSystemTest} runs where there is nothing but a Java and a C library. */
final class BareSystem {

    private BareSystem() {}

    public static void main(String[] arguments) {
        Ffmpeg ffmpeg = FfmpegFinder.ofThisProcess().find(null);
        Path source = Path.of(arguments[0]);
        MediaProbe probe = ffmpeg.probe(source);
        Rendering rendering =
                new Rendering(source, probe, new Rung("144p", 256, 144), source.resolveSibling("144p.mp4"), 1);
        System.out.println(ffmpeg);
        System.out.println(
                ffmpeg.start(rendering, percent -> {}).await().measured().frames() + " frames");
    }
}
