package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.Uuid7;
import java.util.UUID;

/**
 * The identity of one worker process, new at each start of it.
 *
 * @param value any UUID; {@link #next()} makes one that grows with time
 */
public record WorkerId(UUID value) implements Comparable<WorkerId> {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when it is missing */
    public WorkerId {
        Check.present("worker id", value);
    }

    /** A new one, greater than those that this process made before. */
    public static WorkerId next() {
        return new WorkerId(Uuid7.next());
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when it is not a UUID
     */
    public static WorkerId parse(String text) {
        return new WorkerId(Uuid7.parse("worker id", text));
    }

    /** The order of stores: by bytes, unsigned. */
    @Override
    public int compareTo(WorkerId other) {
        return Uuid7.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
