package dev.reelstore.cli.media;

import org.jspecify.annotations.Nullable;

/**
 * What a file's first sound track is.
 *
 * @param codec such as {@code aac}
 * @param bitrateKbps in kilobits a second, measured; null when the track is empty
 * @param sampleRateHz samples a second
 * @param channels how many; null when FFmpeg has no name for their layout
 */
public record AudioProbe(
        String codec,
        @Nullable Integer bitrateKbps,
        int sampleRateHz,
        @Nullable Integer channels) {}
