package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a rendering when the process that asked for it is killed: each test has a process for that. */
@Timeout(60)
final class KilledProcessTest {

    @TempDir
    private Path folder;

    private Path source;
    private Process renderer;
    private List<ProcessHandle> children;

    @BeforeEach
    void startAnotherProcessThatRenders() throws IOException {
        source = LongClip.in(folder);
        renderer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRendering.class.getName(),
                        source.toString(),
                        folder.resolve("a.mp4").toString(),
                        TestFfmpeg.bundled().executable().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = renderer.inputReader(StandardCharsets.UTF_8);
        assertThat(lines.readLine()).isEqualTo("rendering");
        children = renderer.descendants().toList();
        assertThat(children).as("FFmpeg and its watchdog").hasSizeGreaterThanOrEqualTo(2);
    }

    @AfterEach
    void endWhatIsLeft() {
        renderer.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void noEncoderOutlivesItsProcessAndTheNextRunRemovesWhatItLeft() throws Exception {
        assertThat(unfinished()).hasSize(1);
        renderer.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
        assertThat(unfinished()).hasSize(1);

        Ffmpeg ffmpeg = TestFfmpeg.bundled();
        MediaProbe probe = ffmpeg.probe(TestFfmpeg.CHAPTERS);
        Path target = folder.resolve("a.mp4");
        ffmpeg.start(new Rendering(TestFfmpeg.CHAPTERS, probe, new Rung("144p", 256, 144), target, 1), percent -> {})
                .await();
        assertThat(unfinished()).isEmpty();
        assertThat(target).isRegularFile();
    }

    @Test
    void whatALivingProcessWritesIsNoLeftover() throws Exception {
        assertThat(Leftovers.sweep(folder)).isZero();
        assertThat(unfinished()).hasSize(1);
        renderer.destroyForcibly().waitFor();
        assertThat(Leftovers.sweep(folder)).isEqualTo(1);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theTerminalsSignalsReachOnlyTheProcessItself() throws Exception {
        String own = session(renderer.pid());
        assertThat(children)
                .isNotEmpty()
                .noneMatch(child -> session(child.pid()).equals(own));
    }

    private static String session(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PartialFile::isForeign).toList();
        }
    }
}
