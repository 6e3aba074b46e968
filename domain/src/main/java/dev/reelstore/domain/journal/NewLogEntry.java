package dev.reelstore.domain.journal;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.Text;
import dev.reelstore.domain.value.Uuid7;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be written to the processing log. Its id is known from the start, so that writing it again after a lost
 * answer does no harm.
 *
 * @param id its identity within the job
 * @param job the job
 * @param stage the stage of the job, 1 to 100 characters
 * @param status what it says of the stage
 * @param agent who did the work, such as a host or a model, at most 200 characters, or null
 * @param duration how long it took, or null
 * @param message for people, or null; mended and cut to 2,000 characters, never refused
 * @param error what went wrong, or null; mended and cut to {@link Job#MAX_ERROR_LENGTH} characters, never refused
 */
public record NewLogEntry(
        UUID id,
        JobId job,
        String stage,
        LogStatus status,
        @Nullable String agent,
        @Nullable Duration duration,
        @Nullable String message,
        @Nullable String error)
        implements NewJournalRecord {

    private static final int MAX_MESSAGE_LENGTH = 2_000;

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public NewLogEntry {
        Check.present("log entry id", id);
        Check.present("job id", job);
        stage = JournalFilter.checkStage(stage);
        Check.present("log status", status);
        agent = Check.optionalText("agent", agent, 200);
        duration = duration == null ? null : Check.duration("duration", duration);
        message = Text.fit(message, MAX_MESSAGE_LENGTH);
        error = Text.fit(error, Job.MAX_ERROR_LENGTH);
    }

    /** An entry under a new id. */
    public static NewLogEntry of(JobId job, String stage, LogStatus status) {
        return new NewLogEntry(Uuid7.next(), job, stage, status, null, null, null, null);
    }

    /** The same with this identity. */
    public NewLogEntry id(UUID value) {
        return new NewLogEntry(value, job, stage, status, agent, duration, message, error);
    }

    /** The same, done by this agent. */
    public NewLogEntry agent(@Nullable String value) {
        return new NewLogEntry(id, job, stage, status, value, duration, message, error);
    }

    /** The same, having taken this long. */
    public NewLogEntry duration(@Nullable Duration value) {
        return new NewLogEntry(id, job, stage, status, agent, value, message, error);
    }

    /** The same with this message. */
    public NewLogEntry message(@Nullable String value) {
        return new NewLogEntry(id, job, stage, status, agent, duration, value, error);
    }

    /** The same with what went wrong. */
    public NewLogEntry error(@Nullable String value) {
        return new NewLogEntry(id, job, stage, status, agent, duration, message, value);
    }
}
