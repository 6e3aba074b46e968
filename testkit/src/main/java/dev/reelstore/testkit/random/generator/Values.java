package dev.reelstore.testkit.random.generator;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Values that stores have to bear: mostly plain ones, and those at the borders of what is accepted. */
final class Values {

    private static final List<String> PLAIN = List.of("a", "b", "A", "one", "two words", "\u00e9", "z");
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\t\n",
            "nul\0inside",
            "\ud83c",
            "\udfac\ud83c",
            "\ud83c\udfac",
            "e\u0301",
            "\u202eabc",
            "\uffff\ufffe",
            "'; DROP SCHEMA reelstore CASCADE; --",
            "\\x00 \\N \\",
            "%_$1${x}#{x}{}",
            "\"quoted\",[1]",
            "line\nfeed\r\n",
            "\u00df\u0130\u01c5");
    private static final List<String> JSON = List.of(
            "{}",
            "null",
            "[]",
            "\"\"",
            " { \"b\" : 1 , \"a\" : [ ] } ",
            "-0",
            "1e400",
            "0.10e-10",
            "123456789012345678901234567890",
            "\"\\ud83c\\udfac \\u00e9 \\/\"",
            "{\"\":{\"a\":\"\\\"\"}}",
            "[".repeat(100) + "]".repeat(100),
            "\t[1,\n2]\r\n");

    private final Dice dice;
    private final Instant start;

    Values(Dice dice, Instant start) {
        this.dice = dice;
        this.start = start;
    }

    /** A word, or what must be borne or refused, at most so many characters being allowed. */
    String text(int most) {
        if (!dice.percent(12)) {
            return dice.of(PLAIN);
        }
        return switch (dice.below(5)) {
            case 0 -> "x".repeat(most);
            case 1 -> "x".repeat(most + 1);
            case 2 -> "\ud83c\udfac".repeat(most);
            default -> dice.of(HOSTILE);
        };
    }

    JsonDocument json() {
        return new JsonDocument(dice.of(JSON));
    }

    /** Near the times of the sequence, or at a border. */
    Instant instant() {
        if (dice.percent(8)) {
            return dice.of(Check.EARLIEST, Check.LATEST, Instant.EPOCH, start.minusNanos(1));
        }
        return start.plusSeconds(dice.below(1_200) - 200).plusNanos(dice.below(3) * 1_500L);
    }

    Duration duration() {
        if (dice.percent(10)) {
            return dice.of(Duration.ZERO, Check.LONGEST, Duration.ofNanos(1_999), Duration.ofMillis(1));
        }
        return Duration.ofMillis(dice.below(100_000));
    }

    /** At least a millisecond, and mostly short enough to run out in a sequence. */
    Duration lease() {
        return dice.percent(5) ? Check.LONGEST : Duration.ofSeconds(1 + dice.below(30));
    }

    int integer() {
        return dice.percent(10) ? dice.of(0, Integer.MAX_VALUE, 1) : dice.below(5_000);
    }

    long number() {
        return dice.percent(10) ? dice.of(0L, Long.MAX_VALUE, (long) Integer.MAX_VALUE + 1) : dice.below(5_000);
    }

    double fraction() {
        return dice.percent(10) ? dice.of(0.0, 1.0, -0.0, Double.MIN_VALUE) : dice.below(101) / 100.0;
    }

    double score() {
        return dice.percent(10)
                ? dice.of(-Double.MAX_VALUE, Double.MAX_VALUE, -0.0, Double.MIN_VALUE, 0.1 + 0.2)
                : dice.below(5);
    }
}
