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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a job stands where it stands and what can be done, for people. */
public final class StandingText {

    private StandingText() {}

    /** The lines to print. */
    public static List<String> lines(JobStanding standing) {
        Job job = standing.job();
        return new FieldList()
                .add("job", job.id() + ", " + job.type() + " of " + JobTable.subject(job))
                .add("status", job.status() + ", attempt " + job.attempt() + " of at most " + job.attemptLimit())
                .add("why", why(job, standing.reason(), standing.at()))
                .add("error", error(standing.reason()))
                .add("do", advice(job, standing.reason()))
                .lines();
    }

    private static String why(Job job, Reason reason, Instant at) {
        if (reason instanceof InLine line) {
            return "it is due and " + turn(line) + "; " + Words.count(line.workers(), "live worker") + " for '"
                    + job.type() + "' in queue '" + job.queue() + "'";
        } else if (reason instanceof Scheduled scheduled) {
            return "it was asked for a later time, " + Words.time(scheduled.until()) + ", in "
                    + until(at, scheduled.until());
        } else if (reason instanceof BackingOff wait) {
            return "attempt " + wait.attempt() + " failed, and the next begins at " + Words.time(wait.until()) + ", in "
                    + until(at, wait.until());
        } else if (reason instanceof Held held) {
            return "worker " + held.worker() + " works on it; its lease holds for another " + until(at, held.until());
        } else if (reason instanceof Orphaned orphaned) {
            return "nothing was heard of its worker " + orphaned.worker()
                    + (orphaned.since() == null
                            ? ""
                            : " since its lease ran out " + until(orphaned.since(), at) + " ago");
        } else if (reason instanceof Completed completed) {
            return "it was completed at " + Words.time(completed.at());
        } else if (reason instanceof Failed failed) {
            return "attempt " + failed.attempt() + " failed at " + Words.time(failed.at()) + ", and none follows";
        } else if (reason instanceof Cancelled cancelled) {
            return "someone cancelled it at " + Words.time(cancelled.at());
        }
        return "it is due, but no live worker has a handler for '" + job.type() + "' in queue '" + job.queue() + "'";
    }

    private static String turn(InLine line) {
        if (line.next() == null) {
            return "goes first";
        }
        return (line.ahead() >= JobStanding.MOST_AHEAD ? "at least " : "") + Words.count(line.ahead(), "job")
                + (line.ahead() == 1 ? " goes" : " go") + " before it, first " + line.next();
    }

    private static @Nullable String error(Reason reason) {
        if (reason instanceof BackingOff wait) {
            return wait.error();
        }
        return reason instanceof Failed failed ? failed.error() : null;
    }

    private static @Nullable String advice(Job job, Reason reason) {
        if (reason instanceof JobStanding.Unserved) {
            return "start a worker for it; jobs of 'reelstore process' are taken up by the next 'reelstore process'";
        } else if (reason instanceof Orphaned) {
            return "start a worker: the first thing it does is to free the jobs of dead ones";
        } else if (reason instanceof Failed || reason instanceof Cancelled) {
            return "'reelstore retry " + job.id() + "' puts it back into its queue";
        }
        return null;
    }

    private static String until(Instant from, Instant to) {
        Duration wait = Duration.between(from, to);
        return Words.duration(wait.isNegative() ? Duration.ZERO : wait);
    }
}
