package dev.reelstore.domain.quality;

/** What of a rendition a {@link QualityPatch} can clear: all that may be unknown. */
public enum QualityField {
    /** {@link MediaFacts#fileSizeBytes()}. */
    FILE_SIZE_BYTES,
    /** {@link MediaFacts#width()}. */
    WIDTH,
    /** {@link MediaFacts#height()}. */
    HEIGHT,
    /** {@link MediaFacts#codec()}. */
    CODEC,
    /** {@link MediaFacts#container()}. */
    CONTAINER,
    /** {@link MediaFacts#bitrateKbps()}. */
    BITRATE_KBPS,
    /** {@link MediaFacts#duration()}. */
    DURATION,
    /** {@link MediaFacts#fps()}. */
    FPS,
    /** {@link MediaFacts#pixelFormat()}. */
    PIXEL_FORMAT,
    /** {@link MediaFacts#colorSpace()}. */
    COLOR_SPACE,
    /** {@link MediaFacts#colorRange()}. */
    COLOR_RANGE,
    /** {@link MediaFacts#aspectRatio()}. */
    ASPECT_RATIO,
    /** {@link MediaFacts#frames()}. */
    FRAMES,
    /** {@link AudioFacts#codec()}. */
    AUDIO_CODEC,
    /** {@link AudioFacts#bitrateKbps()}. */
    AUDIO_BITRATE_KBPS,
    /** {@link AudioFacts#sampleRateHz()}. */
    AUDIO_SAMPLE_RATE_HZ,
    /** {@link AudioFacts#channels()}. */
    AUDIO_CHANNELS,
    /** {@link VideoQuality#encodingTime()}. */
    ENCODING_TIME
}
