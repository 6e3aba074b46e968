package dev.reelstore.cli.media;

import static dev.reelstore.cli.media.TestFfmpeg.CHAPTERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class AnalysisTest {

    private static final Ffmpeg FFMPEG = TestFfmpeg.bundled();

    @TempDir
    private Path folder;

    @Test
    void theSamplesSilenceCutsAndSubtitlesAreFound() {
        MediaProbe probe = FFMPEG.probe(CHAPTERS);
        List<Double> percents = new CopyOnWriteArrayList<>();
        assertThat(silences(CHAPTERS)).singleElement().satisfies(span -> assertSpan(span, 3_000, 5_000));
        List<Scene> scenes =
                FFMPEG.startScenes(CHAPTERS, probe, 1, percents::add).await();
        assertThat(scenes).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertSpan(scenes.get(i).span(), i * 2_000, (i + 1) * 2_000);
            assertThat(scenes.get(i).cutScore()).isEqualTo(i == 0 ? 0 : 1);
        }
        assertThat(percents).isSorted().endsWith(100.0);
        List<Cue> cues = cues(CHAPTERS).items();
        assertThat(cues)
                .map(Cue::text)
                .containsExactly(
                        "Colour bars come first.",
                        "Then a pattern that moves.",
                        "In the middle, nobody says a word.",
                        "And a last picture, with sound again.");
        assertSpan(cues.get(0).span(), 200, 1_800);
    }

    @Test
    void silenceAtTheBeginningAndToTheEndIsFoundAndAShortPauseIsNone() throws IOException {
        Path clip = folder.resolve("a.mp4");
        TestFfmpeg.run(
                "-f",
                "lavfi",
                "-i",
                "color=red:s=64x64:r=10:d=5",
                "-f",
                "lavfi",
                "-i",
                "sine=r=48000:d=5",
                "-af",
                "volume=0:enable='lt(t,1)+between(t,2,2.3)+gt(t,4)'",
                "-c:a",
                "aac",
                clip);
        List<Span> silences = silences(clip);
        assertThat(silences).hasSize(2);
        assertSpan(silences.get(0), 0, 1_000);
        assertSpan(silences.get(1), 4_000, 5_000);
        assertThat(silences.get(1).end()).isLessThanOrEqualTo(FFMPEG.probe(clip).duration());
    }

    @Test
    void aVideoThatIsSilentAllAlongIsOneSilence() throws IOException {
        Path clip = folder.resolve("a.mkv");
        TestFfmpeg.run(
                "-f",
                "lavfi",
                "-i",
                "color=red:s=64x64:r=10:d=2",
                "-f",
                "lavfi",
                "-i",
                "anullsrc=r=8000:cl=mono",
                "-t",
                2,
                clip);
        assertThat(silences(clip)).singleElement().satisfies(span -> assertSpan(span, 0, 2_000));
    }

    @Test
    void cutsOfTheSameBrightnessAndOfTenBitPicturesAreFound() throws IOException {
        Path clip = folder.resolve("a.mkv");
        TestFfmpeg.run(
                "-f",
                "lavfi",
                "-i",
                "color=0xff0000:s=64x64:r=10:d=1",
                "-f",
                "lavfi",
                "-i",
                "color=0x008200:s=64x64:r=10:d=1",
                "-filter_complex",
                "[0][1]concat=n=2,format=yuv420p10le",
                "-c:v",
                "libx264",
                clip);
        MediaProbe probe = FFMPEG.probe(clip);
        List<Scene> scenes = FFMPEG.startScenes(clip, probe, 1, percent -> {}).await();
        assertThat(scenes).hasSize(2);
        assertThat(scenes.get(1).span().start()).isEqualTo(Duration.ofSeconds(1));
        assertThat(scenes.get(1).span().end()).isEqualTo(probe.duration());
    }

    @Test
    void timesOfAnExtractCountFromItsBeginning() throws IOException {
        Path clip = folder.resolve("a.ts");
        TestFfmpeg.run(
                "-f",
                "lavfi",
                "-i",
                "color=red:s=64x64:r=10:d=1",
                "-f",
                "lavfi",
                "-i",
                "color=blue:s=64x64:r=10:d=1",
                "-filter_complex",
                "concat=n=2",
                "-output_ts_offset",
                3_600,
                "-c:v",
                "libx264",
                clip);
        List<Scene> scenes =
                FFMPEG.startScenes(clip, FFMPEG.probe(clip), 1, percent -> {}).await();
        assertThat(scenes).hasSize(2);
        assertThat(scenes.get(1).span().start()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void markupOfEveryKindIsStripped() throws IOException {
        Path srt = Files.writeString(folder.resolve("a.srt"), """
                1
                00:00:00,200 --> 00:00:00,800
                <b>Bold</b> and <font color="#ff0000">red</font>, a < b & c {\\an8}日本 😀

                2
                00:00:00,900 --> 00:00:01,400
                <i> </i>
                """);
        Path ass = Files.writeString(folder.resolve("a.ass"), """
                [Script Info]
                ScriptType: v4.00+

                [Events]
                Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
                Dialogue: 0,0:00:00.20,0:00:00.80,Default,,0,0,0,,{\\b1\\pos(10,20)}Hi\\Nthere\\N\\N{\\i1}you{\\i0}
                """);
        Path vtt = Files.writeString(folder.resolve("a.vtt"), """
                WEBVTT

                00:00:00.200 --> 00:00:00.800
                <v Ann>Hello <c.red>you</c> &amp; me
                """);
        assertTexts(srt, "copy", "mkv", "Bold and red, a < b & c 日本 😀");
        assertTexts(srt, "mov_text", "mp4", "Bold and red, a < b & c 日本 😀");
        assertTexts(ass, "copy", "mkv", "Hi\nthere\nyou");
        assertTexts(vtt, "copy", "webm", "Hello you & me");
    }

    @Test
    void whatIsNotUtf8IsLeftOutAndCounted() throws IOException {
        Path srt = folder.resolve("a.srt");
        Files.writeString(
                srt,
                "1\n00:00:00,200 --> 00:00:00,800\nCafé\n\n2\n00:00:00,900 --> 00:00:01,400\nplain\n",
                StandardCharsets.ISO_8859_1);
        Findings<Cue> found = cues(subtitled(srt, "copy", "mkv"));
        assertThat(found.items()).map(Cue::text).containsExactly("plain");
        assertThat(found.leftOut()).isEqualTo(1);
    }

    @Test
    void theDefaultTrackOfTextIsReadElseTheFirst() {
        SubtitleTrack pictures = new SubtitleTrack(2, "hdmv_pgs_subtitle", "eng", true);
        SubtitleTrack first = new SubtitleTrack(3, "subrip", "eng", false);
        SubtitleTrack second = new SubtitleTrack(4, "ass", null, true);
        assertThat(SubtitleTrack.toRead(List.of(pictures, first, second))).contains(second);
        assertThat(SubtitleTrack.toRead(List.of(pictures, first))).contains(first);
        assertThat(SubtitleTrack.toRead(List.of(pictures))).isEmpty();
    }

    @Test
    void tracksOfSubtitlesHaveTheirLanguageAndTheirDefault() throws IOException {
        Path clip = folder.resolve("a.mkv");
        Path srt = Files.writeString(folder.resolve("a.srt"), "1\n00:00:00,200 --> 00:00:00,800\nHi\n");
        TestFfmpeg.run(
                "-f",
                "lavfi",
                "-i",
                "color=red:s=64x64:r=10:d=2",
                "-i",
                srt,
                "-map",
                0,
                "-map",
                1,
                "-map",
                1,
                "-c:s",
                "copy",
                "-disposition:s:1",
                "default",
                "-metadata:s:s:1",
                "language=fre",
                clip);
        assertThat(FFMPEG.probe(clip).subtitles())
                .contains(new SubtitleTrack(2, "subrip", "fre", true))
                .hasSize(2);
    }

    @Test
    void aFileThatIsGoneIsTheReason() throws IOException {
        Path clip = Files.copy(CHAPTERS, folder.resolve("a.mkv"));
        MediaProbe probe = FFMPEG.probe(clip);
        Files.delete(clip);
        MediaTask<List<Scene>> task = FFMPEG.startScenes(clip, probe, 1, percent -> {});
        assertThatThrownBy(task::await)
                .isExactlyInstanceOf(MediaException.class)
                .hasMessageContaining("No such file or directory");
    }

    @Test
    void destroyEndsIt() throws Exception {
        Path clip = LongClip.in(folder);
        CountDownLatch begun = new CountDownLatch(1);
        MediaTask<List<Scene>> task = FFMPEG.startScenes(clip, FFMPEG.probe(clip), 1, percent -> begun.countDown());
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        task.destroy();
        assertThatThrownBy(task::await).isInstanceOf(MediaStoppedException.class);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> ProcessHandle.allProcesses()
                        .noneMatch(process ->
                                process.info().commandLine().orElse("").contains(clip.toString())));
    }

    private void assertTexts(Path subtitles, String codec, String container, String... texts) throws IOException {
        assertThat(cues(subtitled(subtitles, codec, container)).items())
                .as(codec + " in " + container)
                .map(Cue::text)
                .containsExactly(texts);
    }

    private Path subtitled(Path subtitles, String codec, String container) throws IOException {
        Path clip = folder.resolve("subtitled." + container);
        TestFfmpeg.run(
                "-f",
                "lavfi",
                "-i",
                "color=red:s=64x64:r=10:d=2",
                "-i",
                subtitles,
                "-map",
                0,
                "-map",
                1,
                "-c:s",
                codec,
                clip);
        return clip;
    }

    private static List<Span> silences(Path clip) {
        return FFMPEG.startSilences(clip, FFMPEG.probe(clip), 1, percent -> {})
                .await()
                .items();
    }

    private static Findings<Cue> cues(Path clip) {
        MediaProbe probe = FFMPEG.probe(clip);
        SubtitleTrack track = SubtitleTrack.toRead(probe.subtitles()).orElseThrow();
        return FFMPEG.startCues(clip, probe, track).await();
    }

    private static void assertSpan(Span span, long start, long end) {
        assertThat(span.start().toMillis()).isCloseTo(start, within(60L));
        assertThat(span.end().toMillis()).isCloseTo(end, within(60L));
    }
}
