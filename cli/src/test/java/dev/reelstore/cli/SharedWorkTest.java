package dev.reelstore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.cli.pipeline.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Commands that work side by side, are interrupted, or are killed. */
@Execution(ExecutionMode.CONCURRENT)
final class SharedWorkTest {

    @TempDir
    private Path directory;

    private Path ffmpeg;

    @BeforeEach
    void makeFfmpeg() throws IOException {
        ffmpeg = Clips.slowFfmpeg(directory);
    }

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        assertThat(directory.resolve(".reelstore/cluster/postmaster.pid")).doesNotExist();
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(directory.toString()))
                        .map(process -> process.info().commandLine().orElse("")))
                .isEmpty();
        try (Stream<Path> files = Files.walk(directory.resolve(".reelstore/renditions"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .allMatch(name -> name.endsWith("p.mp4"));
        }
    }

    @Test
    void twoCommandsOnOneFolderRenderEachFileOnce() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("in"));
        for (int i = 0; i < 5; i++) {
            Clips.make(folder.resolve("clip" + i + ".mp4"), 320, 240, 1, i * 10);
        }

        Command one = process("in");
        Command other = process("in");
        one.awaitWords("240p");
        Command jobs = Command.run(directory, "jobs", "--json");
        one.await();
        other.await();

        assertThat(List.of(one.status(), other.status(), jobs.status())).containsOnly(0);
        assertThat(jobs.json()).isNotEmpty();
        assertThat(one.json()).hasSize(5).isEqualTo(other.json());
        assertThat(one.json()).allSatisfy(file -> {
            assertThat(file.path("status").asString()).isEqualTo("COMPLETED");
            assertThat(file.path("attempt").asInt()).isOne();
        });
        assertThat(renderings()).hasSize(5 * 2);
    }

    @Test
    void afterCtrlCTheNextRunTakesTheJobUpAtOnceAndKeepsWhatWasDone() throws Exception {
        Clips.make(directory.resolve("clip.mp4"), 320, 240, 3, 0);
        Command interrupted = process("clip.mp4").awaitWords("clip.mp4: 144p");
        await().until(() -> renderings().contains("144"));
        interrupted.signal("INT");
        interrupted.await();

        Command next = process("clip.mp4").await();

        assertThat(interrupted.status()).isEqualTo(130);
        assertThat(interrupted.out()).isEmpty();
        assertThat(interrupted.err()).contains("stopping").doesNotContain("Exception", "ERROR", "WARN");
        assertThat(next.status()).as(next.err()).isZero();
        assertThat(next.err()).doesNotContain("lease");
        assertThat(next.json().get(0).path("attempt").asInt()).isOne();
        assertThat(renderings()).containsExactly("240", "144", "144");
    }

    @Test
    void afterAKillTheNextRunSaysHowLongItWaitsAndLosesNothing() throws Exception {
        Clips.make(directory.resolve("clip.mp4"), 320, 240, 3, 0);
        Command killed = process("clip.mp4").awaitWords("clip.mp4: 144p");
        await().until(() -> renderings().contains("144"));
        killed.signal("KILL");
        killed.await();

        Command next = process("clip.mp4").await();

        assertThat(next.status()).as(next.err()).isZero();
        assertThat(next.err()).containsPattern("its lease ends in \\d+ s, and the job is taken up then");
        JsonNode file = next.json().get(0);
        assertThat(file.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(file.path("attempt").asInt()).isEqualTo(2);
        assertThat(renderings()).containsExactly("240", "144", "144");
    }

    @Test
    void afterAKillInASearchTheNextRunFindsEachThingOnce() throws Exception {
        Path slow = Clips.slowlySearchingFfmpeg(Files.createDirectory(directory.resolve("slow")));
        Clips.make(directory.resolve("clip.mp4"), 256, 144, 3, 0);
        Command killed = Command.start(directory, "process", "--ffmpeg", slow, "clip.mp4")
                .awaitWords("clip.mp4: content_analysis");
        Path searches = directory.resolve("slow/searches");
        await().until(() -> Files.readAllLines(searches).contains("scene_score"));
        killed.signal("KILL");
        killed.await();

        Command next = process("clip.mp4").await();

        assertThat(next.status()).as(next.err()).isZero();
        assertThat(next.json().get(0).path("attempt").asInt()).isEqualTo(2);
        JsonNode job =
                Command.run(directory, "job", "--json", "clip.mp4").json().get(0);
        assertThat(job.at("/found/silences").size()).isZero();
        assertThat(job.at("/found/contentSegments").size()).isOne();
        assertThat(job.at("/journal/log")
                        .valueStream()
                        .map(entry -> entry.path("stage").asString() + " "
                                + entry.path("status").asString()))
                .startsWith(
                        "probe STARTED",
                        "probe COMPLETED",
                        "silence_detection STARTED",
                        "silence_detection COMPLETED",
                        "transcription STARTED",
                        "transcription SKIPPED",
                        "content_analysis STARTED",
                        "content_analysis STARTED",
                        "content_analysis COMPLETED");
        assertThat(Files.readAllLines(searches)).containsExactly("silencedetect", "scene_score");
        assertThat(Files.readAllLines(directory.resolve("searches"))).containsExactly("scene_score");
    }

    private Command process(String input) throws IOException {
        return Command.start(directory, "process", "--json", "--ffmpeg", ffmpeg, input);
    }

    private List<String> renderings() throws IOException {
        return Files.readAllLines(directory.resolve("renderings"));
    }
}
