package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.WorkerId;

/** Is told what this process's worker does, as it does it. Called from any thread; must be quick and not throw. */
interface ProgressSink {

    /** This process claims jobs as this worker, or did; told before the work on its first job. */
    void claimedAs(WorkerId worker);

    /**
     * A job has come so far.
     *
     * @param percent of the whole job, 0 to 100
     * @param doing what is being done now, in a word or two
     */
    void progress(JobId job, double percent, String doing);
}
