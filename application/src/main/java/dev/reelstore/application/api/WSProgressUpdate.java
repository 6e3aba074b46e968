package dev.reelstore.application.api;

import dev.reelstore.application.events.JobUpdate;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a job has come, for whoever watches it over a socket.
 *
 * @param jobId the job
 * @param status queued, running, completed, failed or cancelled
 * @param stage the stage that was written last, or null
 * @param progressPercent 0 to 100 with two decimals
 * @param message what that stage says, or null
 * @param etaSeconds how long it will take yet if it goes on as it did, or null where nobody can know
 */
public record WSProgressUpdate(
        String jobId,
        String status,
        @Nullable String stage,
        double progressPercent,
        @Nullable String message,
        @Nullable Long etaSeconds) {

    /** Of this state of a job. */
    public static WSProgressUpdate of(JobUpdate update) {
        Duration remaining = Check.present("update", update).progress().remaining();
        return new WSProgressUpdate(
                update.job().id().toString(),
                update.job().status().name().toLowerCase(Locale.ROOT),
                update.progress().stage(),
                update.progress().percent(),
                update.progress().message(),
                remaining == null ? null : remaining.toSeconds());
    }
}
