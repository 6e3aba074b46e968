package dev.reelstore.application.events;

import dev.reelstore.domain.job.JobId;

/** Watches jobs. Called by one thread at a time, which must not be kept long: all watchers of a process share it. */
@FunctionalInterface
public interface JobObserver {

    /** The latest state of a job. States in between may be left out; none comes after a later one. */
    void updated(JobUpdate update);

    /** The job was deleted, or there is no such job; nothing follows. */
    default void deleted(JobId job) {}
}
