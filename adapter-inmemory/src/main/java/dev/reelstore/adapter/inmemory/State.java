package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.WorkerId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * All data of a store at one moment. Never changes; a commit replaces it by another.
 *
 * @param jobs the jobs with their stages
 * @param leases the leases of workers
 * @param channels the channels
 * @param videos the videos
 * @param qualities the renditions
 */
record State(JobTable jobs, Tree<Row.Lease> leases, ChannelTable channels, VideoTable videos, QualityTable qualities) {

    static final State EMPTY = new State(
            JobTable.EMPTY,
            Tree.sortedBy(Comparator.comparing(Row.Lease::key)),
            ChannelTable.EMPTY,
            VideoTable.EMPTY,
            QualityTable.EMPTY);

    State jobs(JobTable value) {
        return new State(value, leases, channels, videos, qualities);
    }

    State leases(Tree<Row.Lease> value) {
        return new State(jobs, value, channels, videos, qualities);
    }

    State channels(ChannelTable value) {
        return new State(jobs, leases, value, videos, qualities);
    }

    State videos(VideoTable value) {
        return new State(jobs, leases, channels, value, qualities);
    }

    State qualities(QualityTable value) {
        return new State(jobs, leases, channels, videos, value);
    }

    Row.@Nullable Lease lease(WorkerId worker) {
        return leases.find(lease -> lease.key().compareTo(worker));
    }
}
