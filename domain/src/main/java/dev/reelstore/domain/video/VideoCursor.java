package dev.reelstore.domain.video;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A place in a list of videos: right after the video that it names. Rows that come or go elsewhere do not move it.
 *
 * @param createdAt when that video was created
 * @param id that video
 */
public record VideoCursor(Instant createdAt, VideoId id) {

    /** @throws InvalidDataException when a value is missing or out of range */
    public VideoCursor {
        createdAt = Check.instant("cursor time", createdAt);
        Check.present("cursor id", id);
    }

    /** The place right after this video. */
    public static VideoCursor after(Video video) {
        return new VideoCursor(video.createdAt(), video.id());
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws InvalidDataException when it is not that
     */
    public static VideoCursor parse(String text) {
        int split = Check.text("cursor", text, 200).indexOf('_');
        try {
            return new VideoCursor(
                    Instant.parse(text.substring(0, Math.max(0, split))), VideoId.parse(text.substring(split + 1)));
        } catch (DateTimeException malformed) {
            throw new InvalidDataException(
                    "cursor is '" + text + "': it must be one that an earlier page gave", malformed);
        }
    }

    /** A text for links and command lines, without blanks. */
    @Override
    public String toString() {
        return createdAt + "_" + id;
    }
}
