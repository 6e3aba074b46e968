package dev.reelstore.domain.quality;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.Uuid7;
import java.util.UUID;

/**
 * The identity of a rendition. It stays when the rendition is put again.
 *
 * @param value any UUID; {@link #next()} makes one that grows with time
 */
public record QualityId(UUID value) implements Comparable<QualityId> {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when it is missing */
    public QualityId {
        Check.present("quality id", value);
    }

    /** A new one, greater than those that this process made before. */
    public static QualityId next() {
        return new QualityId(Uuid7.next());
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when it is not a UUID
     */
    public static QualityId parse(String text) {
        return new QualityId(Uuid7.parse("quality id", text));
    }

    /** The order of stores: by bytes, unsigned. */
    @Override
    public int compareTo(QualityId other) {
        return Uuid7.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
