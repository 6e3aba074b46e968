package dev.reelstore.domain.job;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.SourceHash;
import org.jspecify.annotations.Nullable;

/**
 * The media that a job works on. Each part may be null, as an upload is known by its name before it has a key and a
 * size, but not hash, location and file name all at once.
 *
 * @param hash the SHA-256 of its bytes
 * @param location its path or object key, at most 4,000 characters
 * @param fileName the name that a person gave it, at most 1,000 characters
 * @param sizeBytes its length in bytes
 * @param contentType its media type such as {@code video/mp4}, at most 200 characters
 */
public record MediaSource(
        @Nullable SourceHash hash,
        @Nullable String location,
        @Nullable String fileName,
        @Nullable Long sizeBytes,
        @Nullable String contentType) {

    /** @throws InvalidDataException when a value breaks its rule */
    public MediaSource {
        location = Check.optionalText("source location", location, 4_000);
        fileName = Check.optionalText("source file name", fileName, 1_000);
        sizeBytes = Check.optionalCount("source size in bytes", sizeBytes);
        contentType = Check.optionalText("source content type", contentType, 200);
        if (hash == null && location == null && fileName == null) {
            throw new InvalidDataException("source has neither hash nor location nor file name: give one", null);
        }
    }

    /** A source of which only its path or object key is known. */
    public static MediaSource at(String location) {
        return new MediaSource(null, Check.text("source location", location, 4_000), null, null, null);
    }

    /** A source of which only its name is known. */
    public static MediaSource named(String fileName) {
        return new MediaSource(null, null, Check.text("source file name", fileName, 1_000), null, null);
    }

    /** The same with this hash. */
    public MediaSource hash(@Nullable SourceHash value) {
        return new MediaSource(value, location, fileName, sizeBytes, contentType);
    }

    /** The same at this path or object key. */
    public MediaSource location(@Nullable String value) {
        return new MediaSource(hash, value, fileName, sizeBytes, contentType);
    }

    /** The same under this name. */
    public MediaSource fileName(@Nullable String value) {
        return new MediaSource(hash, location, value, sizeBytes, contentType);
    }

    /** The same with this length in bytes. */
    public MediaSource sizeBytes(@Nullable Long value) {
        return new MediaSource(hash, location, fileName, value, contentType);
    }

    /** The same with this media type. */
    public MediaSource contentType(@Nullable String value) {
        return new MediaSource(hash, location, fileName, sizeBytes, value);
    }
}
