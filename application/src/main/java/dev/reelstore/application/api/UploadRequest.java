package dev.reelstore.application.api;

import dev.reelstore.domain.value.Check;

/**
 * The wish to upload a file.
 *
 * @param filename the name that a person gave it, 1 to 255 characters
 * @param fileSizeBytes its length, at least 1
 * @param contentType its media type, 1 to 200 characters
 */
public record UploadRequest(String filename, long fileSizeBytes, String contentType) {

    /** The longest name of a file, in characters. */
    static final int MAX_FILENAME = 255;

    /** What is taken for a video where nothing is said. */
    static final String DEFAULT_CONTENT_TYPE = "video/mp4";

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public UploadRequest {
        filename = Check.text("filename", filename, MAX_FILENAME);
        Check.range("fileSizeBytes", fileSizeBytes, 1, Long.MAX_VALUE);
        contentType = Check.text("contentType", contentType, 200);
    }

    /** An upload of a {@code video/mp4}. */
    public static UploadRequest of(String filename, long fileSizeBytes) {
        return new UploadRequest(filename, fileSizeBytes, DEFAULT_CONTENT_TYPE);
    }
}
