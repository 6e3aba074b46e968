package dev.reelstore.application.api;

import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.value.Check;

/**
 * The wish to process a file that was uploaded.
 *
 * @param filename the name that a person gave it, 1 to 255 characters
 * @param fileSizeBytes its length, at least 1
 * @param s3Key where it lies, 1 to 500 characters
 * @param contentType its media type, 1 to 200 characters
 */
public record JobCreate(String filename, long fileSizeBytes, String s3Key, String contentType) {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public JobCreate {
        filename = Check.text("filename", filename, UploadRequest.MAX_FILENAME);
        Check.range("fileSizeBytes", fileSizeBytes, 1, Long.MAX_VALUE);
        s3Key = Check.text("s3Key", s3Key, 500);
        contentType = Check.text("contentType", contentType, 200);
    }

    /** A job for a {@code video/mp4}. */
    public static JobCreate of(String filename, long fileSizeBytes, String s3Key) {
        return new JobCreate(filename, fileSizeBytes, s3Key, UploadRequest.DEFAULT_CONTENT_TYPE);
    }

    MediaSource source() {
        return MediaSource.at(s3Key).fileName(filename).sizeBytes(fileSizeBytes).contentType(contentType);
    }
}
