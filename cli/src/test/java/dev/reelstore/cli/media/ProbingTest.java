package dev.reelstore.cli.media;

import static dev.reelstore.cli.media.TestFfmpeg.CHAPTERS;
import static dev.reelstore.cli.media.TestFfmpeg.LANDSCAPE;
import static dev.reelstore.cli.media.TestFfmpeg.PORTRAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProbingTest {

    private static final Ffmpeg FFMPEG = TestFfmpeg.bundled();

    @TempDir
    private Path folder;

    @Test
    void aPlainClipIsDescribedInFull() throws IOException {
        MediaProbe probe = FFMPEG.probe(LANDSCAPE);
        AudioProbe audio = new AudioProbe("aac", probe.audio().bitrateKbps(), 48_000, 1);
        assertThat(probe)
                .isEqualTo(new MediaProbe(
                        Files.size(LANDSCAPE),
                        "mp4",
                        Duration.ofSeconds(5),
                        probe.bitrateKbps(),
                        1280,
                        720,
                        "16:9",
                        0,
                        "h264",
                        25,
                        "yuv420p",
                        null,
                        null,
                        125,
                        audio,
                        List.of()));
        assertThat(probe.bitrateKbps()).isBetween(170, 180);
        assertThat(audio.bitrateKbps()).isBetween(50, 75);
    }

    @Test
    void aTurnedClipHasItsDisplayedSize() {
        MediaProbe probe = FFMPEG.probe(PORTRAIT);
        assertThat(probe.rotation()).isEqualTo(270);
        assertThat(probe.width()).isEqualTo(360);
        assertThat(probe.height()).isEqualTo(640);
        assertThat(probe.aspectRatio()).isEqualTo("9:16");
        assertThat(probe.frames()).isEqualTo(120);
    }

    @Test
    void oblongPixelsCountAsTheyAreDisplayed() throws IOException {
        Path clip = folder.resolve("oblong.mp4");
        TestFfmpeg.run(
                "-f", "lavfi", "-i", "testsrc=s=180x144:r=10:d=1", "-vf", "setsar=16/15", "-c:v", "libx264", clip);
        MediaProbe probe = FFMPEG.probe(clip);
        assertThat(probe.width()).isEqualTo(192);
        assertThat(probe.height()).isEqualTo(144);
        assertThat(probe.audio()).isNull();
    }

    @Test
    void aClipWithSubtitlesIsDescribedByItsPicture() {
        MediaProbe probe = FFMPEG.probe(CHAPTERS);
        assertThat(probe.container()).isEqualTo("matroska");
        assertThat(probe.frames()).isEqualTo(200);
        assertThat(probe.duration()).isBetween(Duration.ofSeconds(8), Duration.ofMillis(8100));
        assertThat(probe.subtitles()).containsExactly(new SubtitleTrack(2, "subrip", "eng", true));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertRefused(Files.createFile(folder.resolve("a.mp4")), "the file is empty");
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(folder.resolve("a.mp4"), "the file does not exist");
    }

    @Test
    void aFolderIsRefused() {
        assertRefused(folder, "it is not a regular file");
    }

    @Test
    void aTextIsRefusedWhateverItsName() throws IOException {
        assertRefused(
                Files.writeString(folder.resolve("a.mp4"), "no video\n"), "it is not a video that FFmpeg can read");
        assertRefused(Files.writeString(folder.resolve("a.txt"), "no video\n"), "it is not a video");
    }

    @Test
    void aPictureIsRefused() throws IOException {
        Path picture = folder.resolve("a.png");
        TestFfmpeg.run("-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", 1, picture);
        assertRefused(picture, "it is not a video: its content is of another format");
    }

    @Test
    void soundAloneIsRefusedAlsoWithACover() throws IOException {
        Path sound = folder.resolve("a.mp4");
        TestFfmpeg.run("-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac", sound);
        assertRefused(sound, "it has no picture, only sound");
        Path covered = folder.resolve("b.m4a");
        TestFfmpeg.run(
                "-i",
                sound,
                "-f",
                "lavfi",
                "-i",
                "color=red:s=64x64:d=1",
                "-map",
                "0",
                "-map",
                "1",
                "-c:a",
                "copy",
                "-frames:v",
                1,
                "-c:v",
                "png",
                "-disposition:v",
                "attached_pic",
                covered);
        assertRefused(covered, "it has no picture, only sound");
    }

    @Test
    void aListOfOtherFilesIsNotFollowed() throws IOException {
        Files.copy(LANDSCAPE, folder.resolve("b.mp4"));
        assertRefused(
                Files.writeString(folder.resolve("a.mp4"), "ffconcat version 1.0\nfile b.mp4\n"),
                "it is not a video: its content is of another format");
        assertRefused(
                Files.writeString(folder.resolve("a.m3u8"), "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nb.mp4\n"),
                "it is not a video: its content is of another format");
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> FFMPEG.probe(file))
                .isExactlyInstanceOf(MediaException.class)
                .hasMessageStartingWith(reason);
    }
}
