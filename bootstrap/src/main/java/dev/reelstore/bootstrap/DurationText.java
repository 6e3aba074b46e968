package dev.reelstore.bootstrap;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them. */
final class DurationText {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)");

    private DurationText() {}

    /** Reads {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code 7d} or ISO 8601; null for anything else. */
    static @Nullable Duration parse(String text) {
        String given = text.strip();
        Matcher matcher = SHORT.matcher(given.toLowerCase(Locale.ROOT));
        try {
            return matcher.matches()
                    ? inUnit(Long.parseLong(matcher.group(1)), matcher.group(2))
                    : Duration.parse(given);
        } catch (DateTimeParseException | ArithmeticException malformed) {
            return null;
        }
    }

    private static Duration inUnit(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
