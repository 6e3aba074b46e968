package dev.reelstore.cli.media;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a video file is, read from the file itself.
 *
 * @param fileSizeBytes its length
 * @param container such as {@code mp4}, {@code matroska}, {@code webm}
 * @param duration its running time
 * @param bitrateKbps of the whole file, in kilobits a second
 * @param width of the picture as displayed: rotated, and in square pixels
 * @param height of the picture as displayed: rotated
 * @param aspectRatio of the picture as displayed, such as {@code 16:9}
 * @param rotation by which players turn the stored picture, clockwise: 0, 90, 180 or 270 degrees
 * @param codec of the picture, such as {@code h264}
 * @param fps pictures a second
 * @param pixelFormat such as {@code yuv420p}; null when unknown
 * @param colorSpace such as {@code bt709}; null when the file does not say
 * @param colorRange {@code tv} or {@code pc}; null when the file does not say
 * @param frames how many pictures the file holds, counted
 * @param audio its first sound track; null when it has none
 * @param subtitles its tracks of subtitles in their order
 */
public record MediaProbe(
        long fileSizeBytes,
        String container,
        Duration duration,
        int bitrateKbps,
        int width,
        int height,
        String aspectRatio,
        int rotation,
        String codec,
        double fps,
        @Nullable String pixelFormat,
        @Nullable String colorSpace,
        @Nullable String colorRange,
        long frames,
        @Nullable AudioProbe audio,
        List<SubtitleTrack> subtitles) {

    /** Copies the list. */
    public MediaProbe {
        subtitles = List.copyOf(subtitles);
    }
}
