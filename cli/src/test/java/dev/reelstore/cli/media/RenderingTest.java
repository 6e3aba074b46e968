package dev.reelstore.cli.media;

import static dev.reelstore.cli.media.TestFfmpeg.CHAPTERS;
import static dev.reelstore.cli.media.TestFfmpeg.LANDSCAPE;
import static dev.reelstore.cli.media.TestFfmpeg.PORTRAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class RenderingTest {

    private static final Ffmpeg FFMPEG = TestFfmpeg.bundled();

    @TempDir
    private Path folder;

    @Test
    void theWholeLadderIsRenderedAndMeasured() throws IOException {
        MediaProbe source = FFMPEG.probe(LANDSCAPE);
        for (Rung rung : new Ladder("720p").rungs(source)) {
            Path target = folder.resolve(rung.level() + ".mp4");
            Rendition rendition = FFMPEG.start(new Rendering(LANDSCAPE, source, rung, target, 2), percent -> {})
                    .await();
            MediaProbe measured = rendition.measured();
            assertThat(rendition.file()).isEqualTo(target).isRegularFile();
            assertThat(rendition.level()).isEqualTo(rung.level());
            assertThat(rendition.encodingTime()).isPositive();
            assertThat(List.of(measured.width(), measured.height())).isEqualTo(List.of(rung.width(), rung.height()));
            assertThat(measured.fileSizeBytes()).isEqualTo(Files.size(target));
            assertThat(measured.frames()).isEqualTo(125);
            assertThat(measured.fps()).isEqualTo(25);
            assertThat(measured.duration()).isBetween(Duration.ofMillis(4950), Duration.ofMillis(5050));
            assertThat(measured.codec()).isEqualTo("h264");
            assertThat(measured.container()).isEqualTo("mp4");
            assertThat(measured.pixelFormat()).isEqualTo("yuv420p");
            assertThat(measured.aspectRatio()).isEqualTo("16:9");
            assertThat(measured.bitrateKbps()).isPositive();
            assertThat(measured.audio().codec()).isEqualTo("aac");
            assertThat(FFMPEG.probe(target)).isEqualTo(measured);
            assertThat(indexComesFirst(target)).isTrue();
        }
        assertThat(names()).containsExactlyInAnyOrder("720p.mp4", "480p.mp4", "360p.mp4", "240p.mp4");
    }

    @Test
    void aTurnedClipComesOutUpright() {
        MediaProbe measured = render(PORTRAIT, new Rung("240p", 136, 240)).measured();
        assertThat(List.of(measured.width(), measured.height(), measured.rotation()))
                .isEqualTo(List.of(136, 240, 0));
        assertThat(measured.aspectRatio()).isEqualTo("9:16");
    }

    @Test
    void oblongPixelsBecomeSquare() throws IOException {
        Path clip = folder.resolve("oblong.mkv");
        TestFfmpeg.run(
                "-f", "lavfi", "-i", "testsrc=s=180x144:r=10:d=1", "-vf", "setsar=16/15", "-c:v", "libx264", clip);
        MediaProbe source = FFMPEG.probe(clip);
        Rung rung = new Ladder("720p").rungs(source).get(0);
        MediaProbe measured = render(clip, rung).measured();
        assertThat(List.of(measured.width(), measured.height())).isEqualTo(List.of(192, 144));
        assertThat(measured.audio()).isNull();
    }

    @Test
    void fullRangeColorsAndRatesOfTelevisionAreBroughtIntoTheUsualForm() throws IOException {
        Path clip = folder.resolve("full.mkv");
        TestFfmpeg.run(
                "-f",
                "lavfi",
                "-i",
                "testsrc=s=256x144:r=30000/1001:d=2",
                "-pix_fmt",
                "yuvj444p",
                "-c:v",
                "libx264",
                clip);
        assertThat(FFMPEG.probe(clip).colorRange()).isEqualTo("pc");
        MediaProbe measured = render(clip, new Rung("144p", 256, 144)).measured();
        assertThat(measured.pixelFormat()).isEqualTo("yuv420p");
        assertThat(measured.colorRange()).isIn("tv", null);
        assertThat(measured.fps()).isEqualTo(29.97);
        assertThat(measured.frames()).isEqualTo(60);
    }

    @Test
    void progressRisesTo100() {
        List<Double> percents = new CopyOnWriteArrayList<>();
        MediaProbe source = FFMPEG.probe(CHAPTERS);
        Path target = folder.resolve("a.mp4");
        FFMPEG.start(new Rendering(CHAPTERS, source, new Rung("360p", 640, 360), target, 1), percents::add)
                .await();
        assertThat(percents).hasSizeGreaterThan(1).isSorted().endsWith(100.0);
        assertThat(percents.get(0)).isBetween(0.0, 99.0);
    }

    @Test
    void aTargetThatIsThereIsReplacedOnlyByAWholeRendition() throws IOException {
        Path target = Files.writeString(folder.resolve("a.mp4"), "old");
        MediaProbe source = FFMPEG.probe(CHAPTERS);
        Path gone = folder.resolve("gone.mkv");
        MediaTask<Rendition> failing =
                FFMPEG.start(new Rendering(gone, source, new Rung("144p", 256, 144), target, 1), percent -> {});
        assertThatThrownBy(failing::await)
                .isExactlyInstanceOf(MediaException.class)
                .hasMessageContaining("No such file or directory");
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("a.mp4");
        FFMPEG.start(new Rendering(CHAPTERS, source, new Rung("144p", 256, 144), target, 1), percent -> {})
                .await();
        assertThat(FFMPEG.probe(target).height()).isEqualTo(144);
        assertThat(names()).containsExactly("a.mp4");
    }

    @Test
    void destroyFromAnotherThreadEndsItAndLeavesNothing() throws Exception {
        Path source = LongClip.in(folder);
        CountDownLatch begun = new CountDownLatch(1);
        MediaTask<Rendition> task = FFMPEG.start(
                new Rendering(source, FFMPEG.probe(source), new Rung("720p", 1280, 720), folder.resolve("a.mp4"), 1),
                percent -> begun.countDown());
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Thread other = new Thread(task::destroy);
        other.start();
        assertThatThrownBy(task::await).isInstanceOf(MediaStoppedException.class);
        other.join();
        assertThat(names()).containsExactly(source.getFileName().toString());
        // The watchdog needs a moment to end after what it watched.
        await().atMost(Duration.ofSeconds(5))
                .until(() -> ProcessHandle.current().descendants().noneMatch(ProcessHandle::isAlive));
        assertThatThrownBy(task::await).isInstanceOf(MediaStoppedException.class);
    }

    @Test
    void aFolderThatIsMissingIsTheReason() {
        MediaProbe source = FFMPEG.probe(CHAPTERS);
        Path target = folder.resolve("missing").resolve("a.mp4");
        MediaTask<Rendition> task =
                FFMPEG.start(new Rendering(CHAPTERS, source, new Rung("144p", 256, 144), target, 1), percent -> {});
        assertThatThrownBy(task::await)
                .isExactlyInstanceOf(MediaException.class)
                .hasMessageContaining("missing");
    }

    private Rendition render(Path source, Rung rung) {
        Rendering rendering = new Rendering(source, FFMPEG.probe(source), rung, folder.resolve("out.mp4"), 1);
        return FFMPEG.start(rendering, percent -> {}).await();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static boolean indexComesFirst(Path file) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return bytes.indexOf("moov") < bytes.indexOf("mdat");
    }
}
