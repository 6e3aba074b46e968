package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import java.time.Instant;
import java.util.Comparator;

/**
 * What never changes about a job.
 *
 * @param asked what was asked for
 * @param createdAt when
 */
record JobFacts(NewJob asked, Instant createdAt) {

    /** The order of lists: the first created first. */
    static final Comparator<JobFacts> BY_CREATION = (a, b) -> a.compareCreation(b.createdAt, b.id());

    /** All jobs on one target together, the first created first. */
    static final Comparator<JobFacts> BY_TARGET = (a, b) -> {
        int target = compare(a.asked.target(), b.asked.target());
        return target != 0 ? target : BY_CREATION.compare(a, b);
    };

    JobId id() {
        return asked.id();
    }

    int compareCreation(Instant time, JobId id) {
        int order = createdAt.compareTo(time);
        return order != 0 ? order : id().compareTo(id);
    }

    boolean isOf(String type, Target target) {
        return asked.type().equals(type) && asked.target().equals(target);
    }

    static int compare(Target a, Target b) {
        int types = a.type().compareTo(b.type());
        return types != 0 ? types : a.id().compareTo(b.id());
    }
}
