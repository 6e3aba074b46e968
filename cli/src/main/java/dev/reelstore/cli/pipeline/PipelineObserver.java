package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import java.time.Duration;

/** Is told how the work on a command's files goes. Called from several threads; must be quick and not throw. */
public interface PipelineObserver {

    /** A file has its job. */
    void admitted(Admission admission);

    /**
     * A job has come so far, in this process or in another.
     *
     * @param percent of the whole job, 0 to 100
     * @param doing what is being done, in a word or two
     */
    void progress(JobId job, double percent, String doing);

    /**
     * A job is held by a worker of another process. Told at most twice for each worker: when the job was found so, and
     * when a sign of life is missing.
     *
     * @param leaseLeft after which the job is free if that worker is dead
     * @param silent whether a sign of life is missing
     */
    void heldElsewhere(Job job, Duration leaseLeft, boolean silent);

    /** A job's attempt failed, and another will follow. */
    void willRetry(Job job);

    /** A job that this command waited for, or found done, has ended. Told once for each job. */
    void finished(Job job);

    /**
     * Someone deleted a job that this command waited for.
     *
     * @param job as it was last seen
     */
    void deleted(Job job);

    /** The store does not answer; it is asked again. Told once for each outage. */
    void storeAway(String message);
}
