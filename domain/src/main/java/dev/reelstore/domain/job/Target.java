package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.video.VideoId;

/**
 * What a job works on: a video, or anything else that has a type and an id. It need not exist in the store.
 *
 * @param type what it is, 1 to 100 characters
 * @param id which one, 1 to 500 characters
 */
public record Target(String type, String id) {

    private static final String VIDEO = "video";

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public Target {
        type = Check.text("target type", type, 100);
        id = Check.text("target id", id, 500);
    }

    /** A video of this store. */
    public static Target video(VideoId id) {
        return new Target(VIDEO, id.toString());
    }

    /** The type and the id with a slash between them. */
    @Override
    public String toString() {
        return type + "/" + id;
    }
}
