package dev.reelstore.domain.analysis;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * A part of a medium's running time, to the microsecond. Its end is not part of it, unless it has no length: then it is
 * that one moment.
 *
 * @param start from the beginning of the medium
 * @param end from the beginning of the medium, not before the start
 */
public record TimeRange(Duration start, Duration end) {

    private static final Duration MOMENT = Duration.of(1, ChronoUnit.MICROS);

    /** @throws InvalidDataException when a time is missing, negative or too long, or when it ends before it starts */
    public TimeRange {
        start = Check.duration("start of range", start);
        end = Check.duration("end of range", end);
        if (end.compareTo(start) < 0) {
            throw new InvalidDataException(
                    "end of range is " + end + ": it must not be before its start " + start, null);
        }
    }

    /** From this millisecond to that. */
    public static TimeRange ofMillis(long start, long end) {
        return new TimeRange(Duration.ofMillis(start), Duration.ofMillis(end));
    }

    /** How long it is. */
    public Duration length() {
        return end.minus(start);
    }

    /** Whether the two have a moment in common; ranges that merely touch have none. */
    public boolean overlaps(TimeRange other) {
        return start.compareTo(other.beyond()) < 0 && other.start.compareTo(beyond()) < 0;
    }

    /** The first moment that is no longer part of it. */
    public Duration beyond() {
        return start.equals(end) ? start.plus(MOMENT) : end;
    }
}
