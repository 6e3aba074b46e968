package dev.reelstore.domain.journal;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.Uuid7;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * A place in the journal: right after the record that it names.
 *
 * @param recordedAt when that was recorded
 * @param id which it is
 * @param job whose it is
 */
public record JournalCursor(Instant recordedAt, UUID id, JobId job) {

    /** @throws InvalidDataException when a value is missing or out of range */
    public JournalCursor {
        recordedAt = Check.instant("cursor time", recordedAt);
        Check.present("cursor id", id);
        Check.present("cursor job", job);
    }

    /** The place right after this record. */
    public static JournalCursor after(JournalRecord last) {
        return new JournalCursor(last.recordedAt(), last.id(), last.job());
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws InvalidDataException when it is not that
     */
    public static JournalCursor parse(String text) {
        String[] parts = Check.text("cursor", text, 200).split("_", -1);
        if (parts.length == 3) {
            try {
                return new JournalCursor(
                        Instant.parse(parts[0]), Uuid7.parse("cursor id", parts[1]), JobId.parse(parts[2]));
            } catch (DateTimeException malformed) {
                // said below, in our own words
            }
        }
        throw new InvalidDataException("cursor is '" + text + "': it must be one that an earlier page gave", null);
    }

    /** A text for links and command lines, without blanks. */
    @Override
    public String toString() {
        return recordedAt + "_" + id + "_" + job;
    }
}
