package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.Uuid7;
import java.util.UUID;

/**
 * The identity of a job, known before it is created.
 *
 * @param value any UUID; {@link #next()} makes one that grows with time
 */
public record JobId(UUID value) implements Comparable<JobId> {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when it is missing */
    public JobId {
        Check.present("job id", value);
    }

    /** A new one, greater than those that this process made before. */
    public static JobId next() {
        return new JobId(Uuid7.next());
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when it is not a UUID
     */
    public static JobId parse(String text) {
        return new JobId(Uuid7.parse("job id", text));
    }

    /** The order of stores: by bytes, unsigned. */
    @Override
    public int compareTo(JobId other) {
        return Uuid7.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
