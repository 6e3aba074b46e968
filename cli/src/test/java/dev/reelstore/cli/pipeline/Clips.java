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

    /** A clip of one second without sound. */
    static Path silent(Path file) {
        run(List.of("-y", "-f", "lavfi", "-i", "testsrc2=size=160x120:rate=10:duration=1", file.toString()));
        return file;
    }

    /**
     * An FFmpeg that renders no quicker than the clip plays, so that a test can interfere. For each rendition that it
     * begins below this directory it writes the number of lines into the file {@code renderings}, and for each search
     * its filter into {@code searches}.
     */
    public static Path slowFfmpeg(Path directory) throws IOException {
        return script(directory, """
                case " $* " in
                *silencedetect*) echo silencedetect >>'DIRECTORY/searches' ;;
                *scene_score*) echo scene_score >>'DIRECTORY/searches' ;;
                esac
                case " $* " in
                *' -progress '*DIRECTORY/*' -map_metadata '*)
                  echo "$*" | sed 's/.*scale=[0-9]*:\\([0-9]*\\).*/\\1/' >>'DIRECTORY/renderings'
                  exec 'FFMPEG' -re "$@" ;;
                *) exec 'FFMPEG' "$@" ;;
                esac
                """);
    }

    /** An FFmpeg that looks for cuts no quicker than the clip plays, and writes its searches as the slow one. */
    public static Path slowlySearchingFfmpeg(Path directory) throws IOException {
        return script(directory, """
                case " $* " in
                *silencedetect*) echo silencedetect >>'DIRECTORY/searches' ;;
                *scene_score*)
                  echo scene_score >>'DIRECTORY/searches'
                  exec 'FFMPEG' -re "$@" ;;
                esac
                exec 'FFMPEG' "$@"
                """);
    }

    /** An FFmpeg that looks for no silence, but says that it cannot. */
    public static Path deafFfmpeg(Path directory) throws IOException {
        return script(directory, """
                case " $* " in
                *silencedetect*) echo '[fatal] it cannot hear' >&2; exit 1 ;;
                esac
                exec 'FFMPEG' "$@"
                """);
    }

    private static Path script(Path directory, String commands) throws IOException {
        Path script = directory.resolve("test-ffmpeg");
        Files.writeString(
                script,
                "#!/bin/sh\n"
                        + commands.replace("DIRECTORY", directory.toString())
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
