package dev.reelstore.cli;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.job.Sweep;
import java.util.EnumSet;
import picocli.CommandLine.Command;

/** Deletes jobs with all that hangs on them. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        description = "Deletes jobs in any status with all that hangs on them; videos and renditions stay.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done, or there was nothing to do",
            "1:there is no such job, or it could not be done",
            "2:wrong usage; nothing was begun",
            "3:some jobs were left, as they changed meanwhile"
        })
final class DeleteCommand extends ChangeCommand {

    DeleteCommand() {
        super(new Verb("delete", "deleted", EnumSet.allOf(JobStatus.class)));
    }

    @Override
    Outcome one(JobStore jobs, Job job) {
        boolean deleted = jobs.delete(job.id());
        return new Outcome(deleted, name(job) + (deleted ? " is deleted" : " was deleted by another just now"));
    }

    @Override
    Sweep page(JobStore jobs, JobQuery query) {
        return jobs.deleteAll(query);
    }
}
