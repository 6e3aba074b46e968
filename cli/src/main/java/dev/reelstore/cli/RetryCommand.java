package dev.reelstore.cli;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.job.RetryResult;
import dev.reelstore.domain.job.Sweep;
import picocli.CommandLine.Command;

/** Puts jobs that failed or were cancelled back into their queues. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        description =
                "Puts failed and cancelled jobs back into their queues, due at once, with all attempts allowed once"
                        + " more; not where another job for the same target waits or runs.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done, or there was nothing to do",
            "1:there is no such job, or it did not fail, or another is in its way, or it could not be done",
            "2:wrong usage; nothing was begun",
            "3:some jobs were left, as others are in their way"
        })
final class RetryCommand extends ChangeCommand {

    RetryCommand() {
        super(new Verb("retry", "retried", JobStatus.retryable()));
    }

    @Override
    Outcome one(JobStore jobs, Job job) {
        RetryResult result = jobs.retry(job.id(), JobStatus.live());
        if (result instanceof RetryResult.Requeued again) {
            return new Outcome(
                    true,
                    name(job) + " waits again, for attempt " + (again.job().attempt() + 1) + " of at most "
                            + again.job().attemptLimit());
        } else if (result instanceof RetryResult.Blocked blocked) {
            throw blocked(job, "was left as it is", blocked.by());
        } else if (result instanceof RetryResult.NotRetryable other) {
            throw cannot(other.job());
        }
        throw new CommandException(name(job) + " was deleted by another just now");
    }

    @Override
    Outcome would(JobStore jobs, Job job) {
        Outcome outcome = super.would(jobs, job);
        JobFilter others =
                JobFilter.all().statuses(JobStatus.live()).type(job.type()).target(job.target());
        for (Job other : jobs.list(JobQuery.newestFirst(others).limit(1)).jobs()) {
            throw blocked(job, "would be left as it is", other);
        }
        return outcome;
    }

    private static CommandException blocked(Job job, String what, Job by) {
        return new CommandException(name(job) + " " + what + ", since another for its target is " + by.status()
                + ": 'reelstore why " + by.id() + "' tells how that stands");
    }

    @Override
    Sweep page(JobStore jobs, JobQuery query) {
        return jobs.retryAll(query, JobStatus.live());
    }
}
