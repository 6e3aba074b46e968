package dev.reelstore.domain.video;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.Uuid7;
import java.util.UUID;

/**
 * The identity of a video, known before it is created.
 *
 * @param value any UUID; {@link #next()} makes one that grows with time
 */
public record VideoId(UUID value) implements Comparable<VideoId> {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when it is missing */
    public VideoId {
        Check.present("video id", value);
    }

    /** A new one, greater than those that this process made before. */
    public static VideoId next() {
        return new VideoId(Uuid7.next());
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when it is not a UUID
     */
    public static VideoId parse(String text) {
        return new VideoId(Uuid7.parse("video id", text));
    }

    /** The order of stores: by bytes, unsigned. */
    @Override
    public int compareTo(VideoId other) {
        return Uuid7.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
