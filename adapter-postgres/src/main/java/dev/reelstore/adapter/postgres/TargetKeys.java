package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.TargetBatch;
import java.util.List;
import java.util.Set;

/** Targets turned into one list per column. */
record TargetKeys(TargetBatch batch) {

    String type() {
        return batch.type();
    }

    List<String> types() {
        return batch.targets().stream().map(Target::type).toList();
    }

    List<String> ids() {
        return batch.targets().stream().map(Target::id).toList();
    }

    Set<JobStatus> statuses() {
        return batch.statuses();
    }
}
