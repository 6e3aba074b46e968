package dev.reelstore.domain.quality;

import dev.reelstore.domain.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * What was measured in the sound of a media file; whatever is not known is null.
 *
 * @param codec such as {@code aac}, at most 50 characters
 * @param bitrateKbps in kilobits a second
 * @param sampleRateHz samples a second
 * @param channels how many
 */
public record AudioFacts(
        @Nullable String codec,
        @Nullable Integer bitrateKbps,
        @Nullable Integer sampleRateHz,
        @Nullable Integer channels) {

    /** Nothing is known, or there is no sound. */
    public static final AudioFacts UNKNOWN = new AudioFacts(null, null, null, null);

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public AudioFacts {
        codec = Check.optionalText("audio codec", codec, 50);
        Check.optionalCount("audio bitrate in kbps", bitrateKbps);
        Check.optionalCount("audio sample rate in Hz", sampleRateHz);
        Check.optionalCount("audio channels", channels);
    }
}
