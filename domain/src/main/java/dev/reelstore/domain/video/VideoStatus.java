package dev.reelstore.domain.video;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.util.Locale;

/** Whether a video can be shown. */
public enum VideoStatus {
    /** Not to be shown yet. */
    DRAFT,
    /** Being worked on. */
    PROCESSING,
    /** To be shown. */
    PUBLISHED;

    /**
     * Reads a name in any case.
     *
     * @throws InvalidDataException when it is none of them
     */
    public static VideoStatus parse(String text) {
        String name = Check.text("video status", text, 200).strip().toUpperCase(Locale.ROOT);
        try {
            return valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidDataException(
                    "video status is '" + text + "': it must be one of draft, processing, published", null);
        }
    }
}
