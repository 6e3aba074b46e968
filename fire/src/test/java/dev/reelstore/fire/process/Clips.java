package dev.reelstore.fire.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.cli.media.FfmpegFinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Video files for the main job, and whether those that it made can be played, by the FFmpeg that it uses itself. */
final class Clips {

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final Path FFMPEG = FfmpegFinder.ofThisProcess().find(null).executable();

    private Clips() {}

    /** Copies the project's own samples into this folder; how many they are. */
    static int copySamples(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<Path> videos = files.filter(file -> file.toString().matches(".*\\.(mp4|mkv)"))
                    .toList();
            for (Path video : videos) {
                Files.copy(video, folder.resolve(video.getFileName()));
            }
            return videos.size();
        }
    }

    /** Makes a clip of some seconds whose hue makes its content its own. */
    static void make(Path file, int hue) throws Exception {
        Path unfinished = file.resolveSibling("unfinished");
        String said = run(List.of(
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=640x360:rate=24:duration=4,hue=h=" + hue,
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=" + (200 + hue) + ":duration=4",
                "-c:v",
                "mpeg4",
                "-shortest",
                "-f",
                "mp4",
                unfinished.toString()));
        assertThat(said).as("FFmpeg").isEmpty();
        Files.move(unfinished, file);
    }

    /** What a player would complain of when it plays this file to its end. */
    static String complaints(Path file) throws Exception {
        return run(List.of("-xerror", "-i", file.toString(), "-f", "null", "-"));
    }

    private static String run(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(FFMPEG.toString(), "-v", "error", "-nostdin"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return status == 0 ? said : said + "exit status " + status;
    }
}
