package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.NewJob;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The QUEUED jobs of one queue and type in the order in which they are claimed.
 *
 * @param queue the queue
 * @param type the type
 * @param rows the jobs, at least one
 */
record Lane(String queue, String type, Tree<JobRow> rows) {

    static final Comparator<Lane> ORDER = (a, b) -> a.compare(b.queue, b.type);

    static @Nullable Tree<JobRow> find(Tree<Lane> lanes, String queue, String type) {
        Lane lane = lanes.find(candidate -> candidate.compare(queue, type));
        return lane == null ? null : lane.rows;
    }

    static Tree<Lane> with(Tree<Lane> lanes, JobRow row) {
        NewJob asked = row.facts().asked();
        Tree<JobRow> waiting = find(lanes, asked.queue(), asked.type());
        Tree<JobRow> rows = waiting == null ? Tree.sortedBy(JobRow.BY_TURN) : waiting;
        return lanes.with(new Lane(asked.queue(), asked.type(), rows.with(row)));
    }

    static Tree<Lane> without(Tree<Lane> lanes, JobRow row) {
        NewJob asked = row.facts().asked();
        Tree<JobRow> waiting = find(lanes, asked.queue(), asked.type());
        if (waiting == null) {
            return lanes;
        }
        Lane rest = new Lane(asked.queue(), asked.type(), waiting.without(row));
        return rest.rows.isEmpty() ? lanes.without(rest) : lanes.with(rest);
    }

    private int compare(String otherQueue, String otherType) {
        int queues = queue.compareTo(otherQueue);
        return queues != 0 ? queues : type.compareTo(otherType);
    }
}
