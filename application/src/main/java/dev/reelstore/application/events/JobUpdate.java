package dev.reelstore.application.events;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.Progress;
import java.time.Instant;
import java.util.Objects;

/**
 * The state of a job as committed at one moment.
 *
 * @param job the job
 * @param progress how far it has come
 * @param readAt when it was read, in the store's time
 */
public record JobUpdate(Job job, Progress progress, Instant readAt) {

    /** Whether nothing that a watcher sees differs; leases are renewed all the time. */
    boolean saysTheSameAs(JobUpdate other) {
        return job.status() == other.job.status()
                && job.attempt() == other.job.attempt()
                && job.runAt().equals(other.job.runAt())
                && progress.percent() == other.progress.percent()
                && Objects.equals(progress.stage(), other.progress.stage())
                && Objects.equals(progress.message(), other.progress.message());
    }
}
