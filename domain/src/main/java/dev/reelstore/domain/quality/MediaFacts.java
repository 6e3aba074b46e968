package dev.reelstore.domain.quality;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was measured in a media file; whatever is not known is null.
 *
 * @param fileSizeBytes its length in bytes
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param codec of the picture, such as {@code h264}, at most 50 characters
 * @param container such as {@code mp4}, at most 50 characters
 * @param bitrateKbps of the whole file in kilobits a second
 * @param duration its running time
 * @param fps pictures a second, 0 to 100,000
 * @param pixelFormat such as {@code yuv420p}, at most 50 characters
 * @param colorSpace such as {@code bt709}, at most 50 characters
 * @param colorRange such as {@code tv}, at most 50 characters
 * @param aspectRatio such as {@code 16:9}, at most 20 characters
 * @param frames how many pictures
 */
public record MediaFacts(
        @Nullable Long fileSizeBytes,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String codec,
        @Nullable String container,
        @Nullable Integer bitrateKbps,
        @Nullable Duration duration,
        @Nullable Double fps,
        @Nullable String pixelFormat,
        @Nullable String colorSpace,
        @Nullable String colorRange,
        @Nullable String aspectRatio,
        @Nullable Long frames) {

    /** Nothing is known. */
    public static final MediaFacts UNKNOWN =
            new MediaFacts(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** @throws InvalidDataException when a value breaks its rule */
    public MediaFacts {
        Check.optionalCount("file size in bytes", fileSizeBytes);
        Check.optionalCount("width", width);
        Check.optionalCount("height", height);
        codec = Check.optionalText("codec", codec, 50);
        container = Check.optionalText("container", container, 50);
        Check.optionalCount("bitrate in kbps", bitrateKbps);
        duration = duration == null ? null : Check.duration("media duration", duration);
        if (fps != null && !(fps >= 0 && fps <= 100_000)) {
            throw new InvalidDataException("fps is " + fps + ": it must be 0 to 100000", null);
        }
        pixelFormat = Check.optionalText("pixel format", pixelFormat, 50);
        colorSpace = Check.optionalText("color space", colorSpace, 50);
        colorRange = Check.optionalText("color range", colorRange, 50);
        aspectRatio = Check.optionalText("aspect ratio", aspectRatio, 20);
        Check.optionalCount("frames", frames);
    }

    /** The same with this length in bytes. */
    public MediaFacts fileSizeBytes(@Nullable Long value) {
        return new MediaFacts(
                value,
                width,
                height,
                codec,
                container,
                bitrateKbps,
                duration,
                fps,
                pixelFormat,
                colorSpace,
                colorRange,
                aspectRatio,
                frames);
    }

    /** The same with this width in pixels. */
    public MediaFacts width(@Nullable Integer value) {
        return new MediaFacts(
                fileSizeBytes,
                value,
                height,
                codec,
                container,
                bitrateKbps,
                duration,
                fps,
                pixelFormat,
                colorSpace,
                colorRange,
                aspectRatio,
                frames);
    }

    /** The same with this height in pixels. */
    public MediaFacts height(@Nullable Integer value) {
        return new MediaFacts(
                fileSizeBytes,
                width,
                value,
                codec,
                container,
                bitrateKbps,
                duration,
                fps,
                pixelFormat,
                colorSpace,
                colorRange,
                aspectRatio,
                frames);
    }

    /** The same with this codec. */
    public MediaFacts codec(@Nullable String value) {
        return new MediaFacts(
                fileSizeBytes,
                width,
                height,
                value,
                container,
                bitrateKbps,
                duration,
                fps,
                pixelFormat,
                colorSpace,
                colorRange,
                aspectRatio,
                frames);
    }

    /** The same with this container. */
    public MediaFacts container(@Nullable String value) {
        return new MediaFacts(
                fileSizeBytes,
                width,
                height,
                codec,
                value,
                bitrateKbps,
                duration,
                fps,
                pixelFormat,
                colorSpace,
                colorRange,
                aspectRatio,
                frames);
    }

    /** The same with this bitrate in kilobits a second. */
    public MediaFacts bitrateKbps(@Nullable Integer value) {
        return new MediaFacts(
                fileSizeBytes,
                width,
                height,
                codec,
                container,
                value,
                duration,
                fps,
                pixelFormat,
                colorSpace,
                colorRange,
                aspectRatio,
                frames);
    }

    /** The same with this running time. */
    public MediaFacts duration(@Nullable Duration value) {
        return new MediaFacts(
                fileSizeBytes,
                width,
                height,
                codec,
                container,
                bitrateKbps,
                value,
                fps,
                pixelFormat,
                colorSpace,
                colorRange,
                aspectRatio,
                frames);
    }

    /** The same with this number of pictures a second. */
    public MediaFacts fps(@Nullable Double value) {
        return new MediaFacts(
                fileSizeBytes,
                width,
                height,
                codec,
                container,
                bitrateKbps,
                duration,
                value,
                pixelFormat,
                colorSpace,
                colorRange,
                aspectRatio,
                frames);
    }

    /** The same with this pixel format. */
    public MediaFacts pixelFormat(@Nullable String value) {
        return new MediaFacts(
                fileSizeBytes,
                width,
                height,
                codec,
                container,
                bitrateKbps,
                duration,
                fps,
                value,
                colorSpace,
                colorRange,
                aspectRatio,
                frames);
    }

    /** The same with this color space. */
    public MediaFacts colorSpace(@Nullable String value) {
        return new MediaFacts(
                fileSizeBytes,
                width,
                height,
                codec,
                container,
                bitrateKbps,
                duration,
                fps,
                pixelFormat,
                value,
                colorRange,
                aspectRatio,
                frames);
    }

    /** The same with this color range. */
    public MediaFacts colorRange(@Nullable String value) {
        return new MediaFacts(
                fileSizeBytes,
                width,
                height,
                codec,
                container,
                bitrateKbps,
                duration,
                fps,
                pixelFormat,
                colorSpace,
                value,
                aspectRatio,
                frames);
    }

    /** The same with this aspect ratio. */
    public MediaFacts aspectRatio(@Nullable String value) {
        return new MediaFacts(
                fileSizeBytes,
                width,
                height,
                codec,
                container,
                bitrateKbps,
                duration,
                fps,
                pixelFormat,
                colorSpace,
                colorRange,
                value,
                frames);
    }

    /** The same with this number of pictures. */
    public MediaFacts frames(@Nullable Long value) {
        return new MediaFacts(
                fileSizeBytes,
                width,
                height,
                codec,
                container,
                bitrateKbps,
                duration,
                fps,
                pixelFormat,
                colorSpace,
                colorRange,
                aspectRatio,
                value);
    }
}
