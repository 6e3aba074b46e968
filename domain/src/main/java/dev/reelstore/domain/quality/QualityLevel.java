package dev.reelstore.domain.quality;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How good a rendition is, best first; {@link #ORIGINAL} comes last. The order of the constants is the order of lists. */
public enum QualityLevel {
    LEVEL_2160P(2160),
    LEVEL_1440P(1440),
    LEVEL_1080P(1080),
    LEVEL_720P(720),
    LEVEL_480P(480),
    LEVEL_360P(360),
    LEVEL_240P(240),
    LEVEL_144P(144),
    /** The source as it came, whatever its size. */
    ORIGINAL(0);

    private static final Map<String, QualityLevel> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(QualityLevel::label, level -> level));

    private final int lines;
    private final String label;

    QualityLevel(int lines) {
        this.lines = lines;
        this.label = lines == 0 ? "original" : lines + "p";
    }

    /** The lines of the picture, 0 for {@link #ORIGINAL}. */
    public int lines() {
        return lines;
    }

    /** The name that people and databases use: {@code 720p}, {@code original}. */
    public String label() {
        return label;
    }

    /**
     * Reads a {@link #label()} in any case.
     *
     * @throws InvalidDataException when it is none of the nine
     */
    public static QualityLevel parse(String text) {
        QualityLevel level =
                BY_LABEL.get(Check.text("quality level", text, 200).strip().toLowerCase(Locale.ROOT));
        if (level == null) {
            throw new InvalidDataException(
                    "quality level is '" + text + "': it must be one of 2160p, 1440p, 1080p, 720p, 480p, 360p,"
                            + " 240p, 144p, original",
                    null);
        }
        return level;
    }

    @Override
    public String toString() {
        return label();
    }
}
