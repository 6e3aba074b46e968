package dev.reelstore.cli.report;

import dev.reelstore.domain.job.Job;
import java.util.List;

/** Jobs, one to a line. */
public final class JobTable {

    private JobTable() {}

    /**
     * The lines to print, the titles first.
     *
     * @param room the columns that a line may take, 0 for any number
     */
    public static List<String> lines(List<Job> jobs, int room) {
        TextTable table = TextTable.of("JOB", "STATUS", ">TRY", "FILE", "CREATED", "TYPE", "ERROR");
        for (Job job : jobs) {
            table.row(
                    job.id(),
                    job.status(),
                    job.attempt(),
                    subject(job),
                    Words.time(job.createdAt()),
                    job.type(),
                    job.error() == null ? "" : job.error());
        }
        return table.lines(room);
    }

    /** What a person knows the job by: its file's name if it has one, else its target. */
    public static String subject(Job job) {
        return job.source() == null || job.source().fileName() == null
                ? job.target().toString()
                : job.source().fileName();
    }
}
