package dev.reelstore.cli;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.job.Sweep;
import picocli.CommandLine.Command;

/** Ends jobs that wait or run. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        description = "Ends queued and running jobs as cancelled, at once; what works on them is told and stops.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done, or there was nothing to do",
            "1:there is no such job, or it has ended otherwise, or it could not be done",
            "2:wrong usage; nothing was begun",
            "3:some jobs were left, as they ended meanwhile"
        })
final class CancelCommand extends ChangeCommand {

    CancelCommand() {
        super(new Verb("cancel", "cancelled", JobStatus.live()));
    }

    @Override
    Outcome one(JobStore jobs, Job job) {
        if (jobs.cancel(job.id())) {
            return new Outcome(true, name(job) + " is cancelled");
        }
        Job now = jobs.get(job.id());
        if (now.status() == JobStatus.CANCELLED) {
            return before(now);
        }
        throw cannot(now);
    }

    @Override
    Outcome would(JobStore jobs, Job job) {
        return job.status() == JobStatus.CANCELLED ? before(job) : super.would(jobs, job);
    }

    private static Outcome before(Job job) {
        return new Outcome(false, name(job) + " was cancelled before, nothing to do");
    }

    @Override
    Sweep page(JobStore jobs, JobQuery query) {
        return jobs.cancelAll(query);
    }
}
