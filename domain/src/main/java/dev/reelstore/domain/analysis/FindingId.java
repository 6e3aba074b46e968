package dev.reelstore.domain.analysis;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.Uuid7;
import java.util.UUID;

/**
 * The identity of a finding, known before it is created.
 *
 * @param value any UUID; {@link #next()} makes one that grows with time
 */
public record FindingId(UUID value) implements Comparable<FindingId> {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when it is missing */
    public FindingId {
        Check.present("finding id", value);
    }

    /** A new one, greater than those that this process made before. */
    public static FindingId next() {
        return new FindingId(Uuid7.next());
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when it is not a UUID
     */
    public static FindingId parse(String text) {
        return new FindingId(Uuid7.parse("finding id", text));
    }

    /** The order of stores: by bytes, unsigned. */
    @Override
    public int compareTo(FindingId other) {
        return Uuid7.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
