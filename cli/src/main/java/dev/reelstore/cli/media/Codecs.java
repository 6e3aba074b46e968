package dev.reelstore.cli.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The pairs of encoders that renditions are made with, the best first: a build of FFmpeg need not have each. */
enum Codecs {
    X264("libx264", "aac", "mp4"),
    OPENH264("libopenh264", "aac", "mp4"),
    VP9("libvpx-vp9", "libopus", "webm");

    private final String video;
    private final String audio;
    private final String container;

    Codecs(String video, String audio, String container) {
        this.video = video;
        this.audio = audio;
        this.container = container;
    }

    /** The name of the container, which is the ending of its files' names too. */
    String container() {
        return container;
    }

    @Override
    public String toString() {
        return video + " and " + audio;
    }

    /** The options for the picture. */
    List<String> video(Rung rung, double fps) {
        List<String> options = new ArrayList<>(List.of("-c:v", video));
        switch (this) {
            case X264 -> options.addAll(List.of("-preset", "veryfast", "-crf", "23"));
            case OPENH264 -> options.addAll(List.of("-b:v", String.valueOf(bitsPerSecond(rung, fps))));
            case VP9 -> options.addAll(List.of("-deadline", "realtime", "-cpu-used", "5", "-crf", "33", "-b:v", "0"));
        }
        // A key frame every two seconds, so that players can seek and switch between renditions.
        options.addAll(List.of("-g", String.format(Locale.ROOT, "%.0f", Math.max(1, fps * 2))));
        return options;
    }

    /** A tenth of a bit a pixel: what an encoder without a constant quality needs for about the same picture. */
    private static long bitsPerSecond(Rung rung, double fps) {
        return Math.max(64_000, Math.round(rung.width() * (double) rung.height() * fps / 10));
    }

    /** The options for the sound. */
    List<String> audio(AudioProbe source) {
        int channels = Math.min(2, source.channels() == null ? 2 : source.channels());
        List<String> options = new ArrayList<>(List.of("-c:a", audio, "-ac", String.valueOf(channels)));
        options.addAll(List.of("-b:a", channels == 1 ? "80k" : "128k"));
        options.addAll(List.of("-ar", String.valueOf(sampleRate(source.sampleRateHz()))));
        return options;
    }

    private int sampleRate(int source) {
        List<Integer> allowed = this == VP9
                ? List.of(8_000, 12_000, 16_000, 24_000, 48_000)
                : List.of(8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000);
        return allowed.stream().filter(rate -> rate >= source).findFirst().orElse(48_000);
    }

    /** The options for the file: its beginning is to hold all that a player needs to start. */
    List<String> file() {
        return this == VP9 ? List.of("-f", container) : List.of("-movflags", "+faststart", "-f", container);
    }
}
