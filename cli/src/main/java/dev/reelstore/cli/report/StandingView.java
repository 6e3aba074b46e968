package dev.reelstore.cli.report;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStanding;
import dev.reelstore.domain.job.JobStanding.BackingOff;
import dev.reelstore.domain.job.JobStanding.Cancelled;
import dev.reelstore.domain.job.JobStanding.Completed;
import dev.reelstore.domain.job.JobStanding.Failed;
import dev.reelstore.domain.job.JobStanding.Held;
import dev.reelstore.domain.job.JobStanding.InLine;
import dev.reelstore.domain.job.JobStanding.Orphaned;
import dev.reelstore.domain.job.JobStanding.Reason;
import dev.reelstore.domain.job.JobStanding.Scheduled;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a job stands where it stands, as {@code --json} shows it.
 *
 * @param reason IN_LINE, UNSERVED, SCHEDULED, BACKING_OFF, HELD, ORPHANED, COMPLETED, FAILED or CANCELLED
 * @param until when that may change by itself: it is due, or its lease runs out or ran out
 * @param workers how many live workers take such jobs, where it is in line
 * @param ahead how many jobs go first, where it is in line
 * @param next the first of those
 */
public record StandingView(
        String id,
        String type,
        String target,
        String queue,
        String status,
        int attempt,
        int attemptLimit,
        String reason,
        @Nullable String until,
        @Nullable Integer workers,
        @Nullable Integer ahead,
        @Nullable String next,
        @Nullable String worker,
        @Nullable String error,
        @Nullable String finishedAt,
        String at) {

    /** What is shown of this standing. */
    public static StandingView of(JobStanding standing) {
        Job job = standing.job();
        Reason reason = standing.reason();
        InLine line = reason instanceof InLine there ? there : null;
        return new StandingView(
                job.id().toString(),
                job.type(),
                job.target().toString(),
                job.queue(),
                job.status().name(),
                job.attempt(),
                job.attemptLimit(),
                word(reason),
                text(until(reason)),
                line == null ? null : line.workers(),
                line == null ? null : line.ahead(),
                line == null ? null : text(line.next()),
                text(job.worker()),
                job.error(),
                text(job.finishedAt()),
                standing.at().toString());
    }

    private static String word(Reason reason) {
        if (reason instanceof InLine) {
            return "IN_LINE";
        } else if (reason instanceof Scheduled) {
            return "SCHEDULED";
        } else if (reason instanceof BackingOff) {
            return "BACKING_OFF";
        } else if (reason instanceof Held) {
            return "HELD";
        } else if (reason instanceof Orphaned) {
            return "ORPHANED";
        } else if (reason instanceof Completed) {
            return "COMPLETED";
        } else if (reason instanceof Failed) {
            return "FAILED";
        }
        return reason instanceof Cancelled ? "CANCELLED" : "UNSERVED";
    }

    private static @Nullable Instant until(Reason reason) {
        if (reason instanceof Scheduled scheduled) {
            return scheduled.until();
        } else if (reason instanceof BackingOff wait) {
            return wait.until();
        } else if (reason instanceof Held held) {
            return held.until();
        }
        return reason instanceof Orphaned orphaned ? orphaned.since() : null;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
