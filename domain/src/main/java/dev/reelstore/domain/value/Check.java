package dev.reelstore.domain.value;

import dev.reelstore.domain.failure.InvalidDataException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules that every store keeps alike, checked before a value reaches one. Each check answers the value to keep and
 * throws {@link InvalidDataException} with the field, the value and the rule.
 */
public final class Check {

    /** The earliest instant that is accepted. */
    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** The latest instant that is accepted. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** The longest duration that is accepted. */
    public static final Duration LONGEST = Duration.ofDays(36_500);

    /** How many values one call takes, at most. */
    public static final int MAX_BATCH = 100_000;

    private Check() {}

    /** The value itself, refused when null. */
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidDataException(field + " is missing", null);
        }
        return value;
    }

    /** A copy of the collection, refused when it or one of its elements is null, or has more than {@link #MAX_BATCH}. */
    public static <T> List<T> all(String field, @Nullable Collection<? extends @Nullable T> values) {
        Collection<? extends @Nullable T> given = few(field, present(field, values));
        List<T> copy = new ArrayList<>(given.size());
        for (T value : given) {
            copy.add(present("one of the " + field, value));
        }
        return Collections.unmodifiableList(copy);
    }

    /** The collection itself, refused when it has more than {@link #MAX_BATCH} elements. */
    private static <C extends Collection<?>> C few(String field, C values) {
        range("number of " + field, values.size(), 0, MAX_BATCH);
        return values;
    }

    /** A copy of the map, refused when it, a key or a value is null, or has more than {@link #MAX_BATCH} entries. */
    public static <K, V> Map<K, V> entries(
            String field, @Nullable Map<? extends @Nullable K, ? extends @Nullable V> values) {
        Map<K, V> copy = new LinkedHashMap<>();
        few(field, present(field, values).entrySet());
        present(field, values)
                .forEach((key, value) ->
                        copy.put(present("one of the " + field, key), present("one of the " + field, value)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * A copy of the fields that a patch clears, none of which it may set.
     *
     * @param set what it sets, in the order of the fields; null where it does not
     */
    public static <F extends Enum<F>> Set<F> cleared(String field, @Nullable Set<F> cleared, @Nullable Object... set) {
        Set<F> copy = Collections.unmodifiableSet(new TreeSet<>(all(field, cleared)));
        for (F one : copy) {
            if (set[one.ordinal()] != null) {
                throw new InvalidDataException(field + " name " + one + ", which is set, too: do one of both", null);
            }
        }
        return copy;
    }

    /** Text of 1 to {@code most} characters (code points) that is not blank, without NUL and lone surrogates. */
    public static String text(String field, @Nullable String value, int most) {
        String given = storable(field, present(field, value), most);
        if (given.isBlank()) {
            throw new InvalidDataException(field + " is blank: it needs 1 to " + most + " characters", null);
        }
        return given;
    }

    /** Text of at most {@code most} characters (code points), without NUL and lone surrogates; may be null or empty. */
    public static @Nullable String optionalText(String field, @Nullable String value, int most) {
        return value == null ? null : storable(field, value, most);
    }

    /** Text that is a document by the rules of {@link JsonDocument}. */
    public static JsonDocument json(String field, @Nullable String value) {
        String given = present(field, value);
        new JsonCheck(field, given).run();
        return new JsonDocument(given);
    }

    /** A number from {@code least} to {@code most}, both included. */
    public static int range(String field, int value, int least, int most) {
        return Math.toIntExact(range(field, (long) value, least, most));
    }

    /** A number from {@code least} to {@code most}, both included. */
    public static long range(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidDataException(field + " is " + value + ": it must be " + least + " to " + most, null);
        }
        return value;
    }

    /** A number from {@code least} to {@code most}, both included; never the negative zero, which sorts differently. */
    public static double range(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new InvalidDataException(field + " is " + value + ": it must be " + least + " to " + most, null);
        }
        return value + 0.0;
    }

    /** A part of a whole: null, or from 0 to 1. */
    public static @Nullable Double optionalFraction(String field, @Nullable Double value) {
        return value == null ? null : Double.valueOf(range(field, value, 0.0, 1.0));
    }

    /** A number that is null or not negative. */
    public static @Nullable Integer optionalCount(String field, @Nullable Integer value) {
        return value == null ? null : Integer.valueOf(range(field, value, 0, Integer.MAX_VALUE));
    }

    /** A number that is null or not negative. */
    public static @Nullable Long optionalCount(String field, @Nullable Long value) {
        return value == null ? null : Long.valueOf(range(field, value, 0L, Long.MAX_VALUE));
    }

    /** An instant between {@link #EARLIEST} and {@link #LATEST}, cut to the microsecond, which is what stores keep. */
    public static Instant instant(String field, @Nullable Instant value) {
        Instant given = present(field, value);
        if (given.isBefore(EARLIEST) || given.isAfter(LATEST)) {
            throw new InvalidDataException(
                    field + " is " + given + ": it must be between " + EARLIEST + " and " + LATEST, null);
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }

    /** As {@link #instant}, or null. */
    public static @Nullable Instant optionalInstant(String field, @Nullable Instant value) {
        return value == null ? null : instant(field, value);
    }

    /** A duration from zero to {@link #LONGEST}, cut to the microsecond. */
    public static Duration duration(String field, @Nullable Duration value) {
        Duration given = present(field, value);
        if (given.isNegative() || given.compareTo(LONGEST) > 0) {
            throw new InvalidDataException(field + " is " + given + ": it must be from zero to " + LONGEST, null);
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }

    /** As {@link #duration}, and at least a millisecond. */
    public static Duration positive(String field, @Nullable Duration value) {
        Duration given = duration(field, value);
        if (given.compareTo(Duration.ofMillis(1)) < 0) {
            throw new InvalidDataException(field + " is " + given + ": it must be at least 1 ms", null);
        }
        return given;
    }

    private static String storable(String field, String value, int most) {
        int length = value.codePointCount(0, value.length());
        if (length > most) {
            throw new InvalidDataException(
                    field + " has " + length + " characters: at most " + most + " are allowed", null);
        }
        int at = Text.firstUnstorable(value);
        if (at >= 0) {
            throw new InvalidDataException(
                    field + " holds " + Text.name(value.charAt(at)) + " at index " + at
                            + ": NUL and lone surrogates cannot be stored",
                    null);
        }
        return value;
    }
}
