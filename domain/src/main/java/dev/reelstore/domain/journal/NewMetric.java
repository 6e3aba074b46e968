package dev.reelstore.domain.journal;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.Uuid7;
import java.time.Duration;
import java.util.UUID;

/**
 * How long a stage of a job took, once. Its id is known from the start, so that recording it again after a lost answer
 * does no harm.
 *
 * @param id its identity within the job
 * @param job the job
 * @param stage the stage that was measured, 1 to 100 characters
 * @param duration how long it took, kept to the microsecond
 */
public record NewMetric(UUID id, JobId job, String stage, Duration duration) implements NewJournalRecord {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public NewMetric {
        Check.present("metric id", id);
        Check.present("job id", job);
        stage = JournalFilter.checkStage(stage);
        duration = Check.duration("duration", duration);
    }

    /** A metric under a new id. */
    public static NewMetric of(JobId job, String stage, Duration duration) {
        return new NewMetric(Uuid7.next(), job, stage, duration);
    }

    /** The same with this identity. */
    public NewMetric id(UUID value) {
        return new NewMetric(value, job, stage, duration);
    }
}
