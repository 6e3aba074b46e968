package dev.reelstore.domain.channel;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.Uuid7;
import java.util.UUID;

/**
 * The identity of a channel, known before it is created.
 *
 * @param value any UUID; {@link #next()} makes one that grows with time
 */
public record ChannelId(UUID value) implements Comparable<ChannelId> {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when it is missing */
    public ChannelId {
        Check.present("channel id", value);
    }

    /** A new one, greater than those that this process made before. */
    public static ChannelId next() {
        return new ChannelId(Uuid7.next());
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when it is not a UUID
     */
    public static ChannelId parse(String text) {
        return new ChannelId(Uuid7.parse("channel id", text));
    }

    /** The order of stores: by bytes, unsigned. */
    @Override
    public int compareTo(ChannelId other) {
        return Uuid7.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
