package dev.reelstore.domain.job;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A place in a list of jobs: right after the job that it names. Rows that come or go elsewhere do not move it.
 *
 * @param createdAt when that job was created
 * @param id that job
 */
public record JobCursor(Instant createdAt, JobId id) {

    /** @throws InvalidDataException when a value is missing or out of range */
    public JobCursor {
        createdAt = Check.instant("cursor time", createdAt);
        Check.present("cursor id", id);
    }

    /** The place right after this job. */
    public static JobCursor after(Job job) {
        return new JobCursor(job.createdAt(), job.id());
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws InvalidDataException when it is not that
     */
    public static JobCursor parse(String text) {
        int split = Check.text("cursor", text, 200).indexOf('_');
        try {
            return new JobCursor(
                    Instant.parse(text.substring(0, Math.max(0, split))), JobId.parse(text.substring(split + 1)));
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
