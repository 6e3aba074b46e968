package dev.reelstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.cli.pipeline.Clips;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command as a user runs it, with its own PostgreSQL and a real FFmpeg. */
final class ProcessCommandTest {

    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();

    @TempDir
    private static Path directory;

    @Test
    void theSamplesAreRenderedOnceAndShown() throws Exception {
        Command first = Command.run(directory, "process", "--json", "--max-level", "240p", SAMPLES);

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.json()).hasSize(3).allSatisfy(file -> {
            assertThat(file.propertyNames())
                    .containsExactly("file", "jobId", "videoId", "status", "attempt", "error", "qualities");
            assertThat(file.path("status").asString()).isEqualTo("COMPLETED");
            assertThat(file.path("attempt").asInt()).isOne();
            assertThat(file.path("error").isNull()).isTrue();
            List<JsonNode> qualities = file.path("qualities").valueStream().toList();
            assertThat(qualities).hasSizeGreaterThanOrEqualTo(2).allSatisfy(quality -> {
                assertThat(quality.propertyNames())
                        .containsExactly(
                                "level",
                                "variant",
                                "width",
                                "height",
                                "codec",
                                "container",
                                "bitrateKbps",
                                "fileSizeBytes",
                                "durationSeconds",
                                "fps",
                                "status",
                                "isDefault",
                                "url");
                assertThat(quality.path("status").asString()).isEqualTo("READY");
                assertThat(Files.size(file(quality)))
                        .isEqualTo(quality.path("fileSizeBytes").asLong());
            });
            assertThat(qualities)
                    .filteredOn(quality -> quality.path("isDefault").asBoolean())
                    .hasSize(1);
        });
        Map<Path, FileTime> rendered = renditions();

        Command again = Command.run(directory, "process", "--json", "--max-level", "240p", SAMPLES);

        assertThat(again.status()).isZero();
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(again.err()).contains("completed before, nothing to do");
        assertThat(renditions()).isEqualTo(rendered);

        Path sample = Path.of(first.json().get(0).path("file").asString());
        assertThat(sample).hasFileName("chapters.mkv");
        String job = first.json().get(0).path("jobId").asString();
        assertThat(Command.run(directory, "jobs", "--type", "video_process").out())
                .contains("JOB ", "COMPLETED", sample.getFileName().toString());
        assertThat(Command.run(directory, "job", sample).out())
                .contains(job, "STAGE", "probe", "100 %")
                .contains("transcript segment", "In the middle, nobody says a word.", "scene 4", "below -50 dB")
                .contains("Found: 1 silence, 4 transcript segments, 4 content segments, 3 highlights.")
                .containsPattern("content_analysis +\\d+ +100 % +(\\d+ ms|\\d+\\.\\d s) +yes")
                .doesNotContain("FAILED STAGE");
        JsonNode shown = Command.run(directory, "job", "--json", job).json().get(0);
        assertNames(shown.path("found"), "silences", "transcript", "contentSegments", "highlights", "clips", "layout");
        assertNames(shown.at("/found/silences/0"), "id", "startSeconds", "endSeconds", "type", "thresholdDb");
        assertNames(
                shown.at("/found/transcript/0"), "id", "startSeconds", "endSeconds", "text", "confidence", "speaker");
        assertNames(
                shown.at("/found/contentSegments/0"),
                "id",
                "order",
                "startSeconds",
                "endSeconds",
                "topic",
                "score",
                "keywords");
        assertNames(shown.at("/found/highlights/0"), "id", "startSeconds", "endSeconds", "score", "title", "reason");
        assertNames(
                shown.at("/journal/log/0"),
                "stage",
                "status",
                "recordedAt",
                "durationSeconds",
                "agent",
                "message",
                "error");
        assertNames(
                shown.at("/journal/durations/0"),
                "stage",
                "count",
                "totalSeconds",
                "shortestSeconds",
                "longestSeconds");
        JsonNode video = Command.run(directory, "video", "--json", job).json().get(0);
        assertThat(video.path("id")).isEqualTo(first.json().get(0).path("videoId"));
        assertThat(video.path("found")).isEqualTo(shown.path("found"));
        assertThat(video.path("qualities")).isEqualTo(first.json().get(0).path("qualities"));
        assertThat(directory.resolve(".reelstore/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void whatIsNoVideoFailsTheOthersGoOnAndTheNextRunTriesAgain() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("mixed"));
        Path good = Clips.make(folder.resolve("-y 'good' \"$HOME\" %d:\n日本.mp4"), 160, 120, 1, 10);
        Files.copy(good, folder.resolve("twin.mp4"));
        Files.copy(good, Path.of(URI.create(folder.toUri() + "no%FFtext.mp4")));
        Files.writeString(folder.resolve("text.mp4"), "no video\n".repeat(1000));
        Files.createFile(folder.resolve("empty.mkv"));
        byte[] whole = Files.readAllBytes(Clips.make(directory.resolve("whole.mp4"), 160, 120, 1, 20));
        Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length / 2));
        Files.createSymbolicLink(folder.resolve("gone.mp4"), folder.resolve("nothing"));

        Command first = Command.run(directory, "process", "--json", "mixed");
        Command second = Command.run(directory, "process", "mixed");

        assertThat(first.status()).isEqualTo(3);
        assertThat(first.json()).hasSize(7);
        assertThat(status(first, "COMPLETED")).hasSize(3).allSatisfy(file -> {
            assertThat(file.path("jobId"))
                    .isEqualTo(status(first, "COMPLETED").get(0).path("jobId"));
            assertThat(file.path("qualities").size()).isOne();
        });
        assertThat(status(first, "FAILED")).hasSize(4).allSatisfy(file -> {
            assertThat(file.path("attempt").asInt()).isOne();
            assertThat(file.path("error").asString()).isNotBlank();
            assertThat(file.path("videoId").isNull()).isTrue();
            assertThat(file.path("qualities").isEmpty()).isTrue();
        });
        assertThat(second.status()).isEqualTo(3);
        assertThat(second.err()).contains("mixed/text.mp4: failed before (", "trying again, attempt 2");
        assertThat(second.out()).contains("7 files: 3 completed, 4 failed").doesNotContain("\u001b");
        assertThat(second.err()).doesNotContain("\tat ", "Exception", "\u001b");
    }

    private static void assertNames(JsonNode object, String... names) {
        assertThat(object.propertyNames()).containsExactly(names);
    }

    private static List<JsonNode> status(Command command, String status) throws Exception {
        return command.json().stream()
                .filter(file -> file.path("status").asString().equals(status))
                .toList();
    }

    private static Path file(JsonNode quality) {
        return Path.of(URI.create(quality.path("url").asString()));
    }

    private static Map<Path, FileTime> renditions() throws Exception {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory.resolve(".reelstore/renditions"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
