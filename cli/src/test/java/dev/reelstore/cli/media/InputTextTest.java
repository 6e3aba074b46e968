package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The texts were written by the FFmpeg versions that the tests name. */
final class InputTextTest {

    private static InputText read(String text) {
        InputText input = new InputText();
        text.lines().forEach(input::accept);
        return input;
    }

    private static VideoText picture(InputText input) {
        return new VideoText(input.mapped(0).orElseThrow());
    }

    @Test
    void version41IndentsStreamsDeeperAndRepeatsTheRotationAsATag() {
        InputText input = read("""
                [info] Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/v/r90.mp4':
                [info]   Metadata:
                [info]     major_brand     : isom
                [info]     encoder         : Lavf59.27.100
                [info]   Duration: 00:00:02.00, start: 0.000000, bitrate: 232 kb/s
                [info]     Stream #0:0(und): Video: h264 (High) (avc1 / 0x31637661), yuv420p, 320x180 [SAR 1:1 DAR 16:9], 226 kb/s, 25 fps, 25 tbr, 12800 tbn, 50 tbc (default)
                [info]     Metadata:
                [info]       rotate          : 270
                [info]       handler_name    : VideoHandler
                [info]     Side data:
                [info]       displaymatrix: rotation of 90.00 degrees
                [info] Output #0, framecrc, to 'pipe:1':
                [info]     Stream #0:0(und): Video: h264 (High) (avc1 / 0x31637661), yuv420p, 999x999, q=2-31, 226 kb/s, 25 fps
                [info] Stream mapping:
                [info]   Stream #0:0 -> #0:0 (copy)
                """);
        assertThat(input.containers()).contains("mp4");
        assertThat(input.duration()).contains(Duration.ofSeconds(2));
        assertThat(input.rotation()).isEqualTo(270);
        assertThat(picture(input).size()).contains(new int[] {320, 180});
        assertThat(picture(input).fps()).isEqualTo(25);
        assertThat(picture(input).pixelFormat()).isEqualTo("yuv420p");
        assertThat(picture(input).colorSpace()).isNull();
        assertThat(picture(input).colorRange()).isNull();
    }

    @Test
    void version44TakesTheStreamsThatItMapped() {
        InputText input = read("""
                [info] Input #0, flv, from 'file:/v/flv.flv':
                [info]   Duration: 00:00:05.56, start: 0.000000, bitrate: 436 kb/s
                [info]   Stream #0:0: Audio: mp3, 44100 Hz, mono, fltp, 65 kb/s
                [info]   Stream #0:1: Video: flv1, yuv420p, 320x240, 800 kb/s, 25 fps, 25 tbr, 1k tbn
                [info] Output #0, framecrc, to 'pipe:1':
                [info] Stream mapping:
                [info]   Stream #0:1 -> #0:0 (copy)
                [info]   Stream #0:0 -> #0:1 (copy)
                """);
        assertThat(input.mapped(0)).map(StreamText::codec).contains("flv1");
        AudioText sound = new AudioText(input.mapped(1).orElseThrow());
        assertThat(sound.sampleRateHz()).isEqualTo(44_100);
        assertThat(sound.channels()).isEqualTo(1);
    }

    @Test
    void version80PutsTheMappingBeforeTheOutputAndStreamIdsInBrackets() {
        InputText input = read("""
                [mov,mp4,m4a,3gp,3g2,mj2 @ 0x55af9edf8f80] [warning] stream 0, timescale not set
                [info] Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/v/cover.mp4':
                [info]   Metadata:
                [info]     title           : evil
                                    :   Duration: 99:00:00.00
                [info]   Duration: 00:00:02.00, start: 0.000000, bitrate: 233 kb/s
                [info]   Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(tv, bt709, progressive), 320x180 [SAR 1:1 DAR 16:9], 226 kb/s, 25 fps, 25 tbr, 12800 tbn (default)
                [info]     Metadata:
                [info]       handler_name    : VideoHandler
                [info]   Stream #0:1[0x0]: Video: png, rgb24(pc, gbr/unknown/unknown), 64x64 [SAR 1:1 DAR 1:1], 90k tbr, 90k tbn (attached pic)
                [info] Stream mapping:
                [info]   Stream #0:0 -> #0:0 (copy)
                [info] Output #0, framecrc, to 'pipe:1':
                """);
        assertThat(input.duration()).contains(Duration.ofSeconds(2));
        assertThat(input.rotation()).isZero();
        assertThat(picture(input).colorSpace()).isEqualTo("bt709");
        assertThat(picture(input).colorRange()).isEqualTo("tv");
        VideoText cover = new VideoText(input.first("Video")
                .map(first -> StreamText.of(
                        "Video", "png, rgb24(pc, gbr/unknown/unknown), 64x64 [SAR 1:1 DAR 1:1], 90k tbr, 90k tbn"))
                .orElseThrow());
        assertThat(cover.colorSpace()).isEqualTo("gbr");
        assertThat(cover.fps()).isEqualTo(90_000);
    }

    @Test
    void version70IndentsTagsDeeper() {
        InputText input = read("""
                [info] Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:r90.mp4':
                [info]   Duration: 00:00:02.00, start: 0.000000, bitrate: 232 kb/s
                [info]   Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(progressive), 320x180 [SAR 1:1 DAR 16:9], 226 kb/s, 25 fps, 25 tbr, 12800 tbn (default)
                [info]       Metadata:
                [info]         handler_name    : VideoHandler
                [info]       Side data:
                [info]         displaymatrix: rotation of -90.00 degrees
                [info] Stream mapping:
                [info]   Stream #0:0 -> #0:0 (copy)
                """);
        assertThat(input.rotation()).isEqualTo(90);
    }

    @Test
    void tagsThatLookLikeStreamsAndDurationsCountForNothing() {
        InputText input = read("""
                [info] Input #0, matroska,webm, from 'file:/v/x.mkv':
                [info]   Metadata:
                [info]     Stream #0:0: Video: h264, yuv420p, 9x9: fake
                [info]     title           : a
                                    :   Duration: 12:00:00.00, start: 0
                [info]   Duration: N/A, start: 0.000000, bitrate: N/A
                [info]   Chapter #0:0: start 0.000000, end 1.000000
                [info]     Metadata:
                [info]       title           : Stream #0:7: Video: h264
                [info]   Stream #0:0: Video: vp9 (Profile 0), yuv420p(tv), 640x360, SAR 4:3 DAR 64:27, 1k fps, 1k tbr, 1k tbn (default)
                [info]     Metadata:
                [info]       DURATION        : 00:00:08.023000000
                [info] Output #0, framecrc, to 'pipe:1':
                [info] Stream mapping:
                [info]   Stream #0:0 -> #0:0 (copy)
                """);
        assertThat(input.duration()).isEmpty();
        assertThat(picture(input).size()).contains(new int[] {640, 360});
        assertThat(picture(input).pixelAspect()).isEqualTo(4 / 3.0);
        assertThat(picture(input).fps()).isEqualTo(1000);
    }

    @Test
    void aGuessedDurationIsNoPromise() {
        InputText input = read("""
                [h264 @ 0x55af9edf8f80] [warning] Estimating duration from bitrate, this may be inaccurate
                [info] Input #0, mpeg, from 'file:/v/x.mpg':
                [info]   Duration: 00:01:02.50, start: 0.529089, bitrate: 762 kb/s
                """);
        assertThat(input.duration()).isEmpty();
    }

    @Test
    void whereTwoPixelShapesAreGivenTheContainersCounts() {
        VideoText video = new VideoText(StreamText.of(
                "Video",
                "h264 (Main), yuv420p(top first), 720x576 [SAR 1:1 DAR 5:4], SAR 64:45 DAR 16:9, 25 fps, 50 tbr"));
        assertThat(video.pixelAspect()).isEqualTo(64 / 45.0);
        assertThat(video.colorSpace()).isNull();
    }

    @Test
    void soundLayoutsAreCounted() {
        assertThat(channels("5.1(side)")).isEqualTo(6);
        assertThat(channels("7.1")).isEqualTo(8);
        assertThat(channels("5.1.4")).isEqualTo(10);
        assertThat(channels("stereo")).isEqualTo(2);
        assertThat(channels("3 channels (FL+FR+LFE)")).isEqualTo(3);
        assertThat(channels("ambisonic 1")).isNull();
    }

    private static Integer channels(String layout) {
        return new AudioText(StreamText.of("Audio", "aac (LC), 48000 Hz, " + layout + ", fltp")).channels();
    }
}
