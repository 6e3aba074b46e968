package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;

/** To which type and target an id belongs. */
record JobOwner(JobId id, String type, String targetType, String targetId) {

    boolean owns(NewJob job) {
        return type.equals(job.type())
                && targetType.equals(job.target().type())
                && targetId.equals(job.target().id());
    }
}
