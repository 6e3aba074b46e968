package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The FFmpeg that the jar carries, unpacked once for all tests, and clips made with it. */
final class TestFfmpeg {

    static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();
    static final Path SAMPLES = Path.of("..", "samples").toAbsolutePath().normalize();
    static final Path LANDSCAPE = SAMPLES.resolve("landscape.mp4");
    static final Path PORTRAIT = SAMPLES.resolve("portrait.mp4");
    static final Path CHAPTERS = SAMPLES.resolve("chapters.mkv");

    private static final Ffmpeg BUNDLED = new FfmpegFinder(null, CACHE).find(null);

    private TestFfmpeg() {}

    static Ffmpeg bundled() {
        return BUNDLED;
    }

    /** Runs FFmpeg with these arguments and demands success. */
    static void run(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "level+error", "-y"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        StringBuilder errors = new StringBuilder();
        int status = new FfmpegSession(BUNDLED.executable())
                .run(command, line -> {}, line -> errors.append(line).append('\n'));
        assertThat(status).as(errors.toString()).isZero();
    }
}
