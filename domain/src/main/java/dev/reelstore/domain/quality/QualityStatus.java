package dev.reelstore.domain.quality;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.util.Locale;

/** Whether a rendition can be played. */
public enum QualityStatus {
    /** Being rendered. */
    PROCESSING,
    /** Rendered and playable. */
    READY,
    /** Could not be rendered. */
    FAILED;

    /**
     * Reads a name in any case.
     *
     * @throws InvalidDataException when it is none of them
     */
    public static QualityStatus parse(String text) {
        String name = Check.text("quality status", text, 200).strip().toUpperCase(Locale.ROOT);
        try {
            return valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidDataException(
                    "quality status is '" + text + "': it must be one of processing, ready, failed", null);
        }
    }
}
