package dev.reelstore.cli.pipeline;

import dev.reelstore.cli.media.Ffmpeg;
import dev.reelstore.cli.media.FfmpegFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes little video files for tests. */
public final class Clips {

    private static final Ffmpeg FFMPEG = FfmpegFinder.ofThisProcess().find(null);

    private Clips() {}

    public static Ffmpeg ffmpeg() {
        return FFMPEG;
    }

    /** A clip with picture and sound; its hue makes its content its own. */
    public static Path make(Path file, int width, int height, double seconds, int hue) {
        Path temporary = file.resolveSibling("in-the-making.mp4");
        run(List.of(
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=" + width + "x" + height + ":rate=10:duration=" + seconds + ",hue=h=" + hue,
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=" + (200 + hue) + ":duration=" + seconds,
                "-shortest",
                temporary.toString()));
        try {
            return Files.move(temporary, file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * An FFmpeg that renders no quicker than the clip plays, so that a test can interfere. For each rendition that it
     * begins below this directory it writes the number of lines into the file {@code renderings}.
     */
    public static Path slowFfmpeg(Path directory) throws IOException {
        Path script = directory.resolve("slow-ffmpeg");
        Files.writeString(script, """
                #!/bin/sh
                case " $* " in
                *' -progress '*DIRECTORY/*)
                  echo "$*" | sed 's/.*scale=[0-9]*:\\([0-9]*\\).*/\\1/' >>'DIRECTORY/renderings'
                  exec 'FFMPEG' -re "$@" ;;
                *) exec 'FFMPEG' "$@" ;;
                esac
                """.replace("DIRECTORY", directory.toString())
                .replace("FFMPEG", FFMPEG.executable().toString()));
        if (!script.toFile().setExecutable(true)) {
            throw new AssertionError("cannot make " + script + " executable");
        }
        return script;
    }

    private static void run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(FFMPEG.executable().toString(), "-v", "error", "-nostdin"));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("FFmpeg: " + said);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
