package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.ClaimRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The due jobs of some types of one queue, in the order of claims. Jobs that are not due yet cost nothing, however many
 * there are: within a priority they come last, and are leapt over.
 */
final class DueJobs {

    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::row, JobRow.BY_TURN));
    private final Instant now;

    private record Head(JobRow row, Tree<JobRow> lane) {}

    DueJobs(JobTable jobs, ClaimRequest request, Instant now) {
        this.now = now;
        for (String type : request.types()) {
            Tree<JobRow> lane = Lane.find(jobs.lanes(), request.queue(), type);
            if (lane != null) {
                offer(lane, null);
            }
        }
    }

    /** The next one, or null when there are no more. */
    @Nullable
    JobRow next() {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        offer(head.lane, head.row);
        return head.row;
    }

    private void offer(Tree<JobRow> lane, @Nullable JobRow after) {
        JobRow next = lane.first(row -> after == null || JobRow.BY_TURN.compare(row, after) > 0);
        while (next != null && next.runAt().isAfter(now)) {
            int waiting = next.priority();
            next = lane.first(row -> row.priority() > waiting);
        }
        if (next != null) {
            heads.add(new Head(next, lane));
        }
    }
}
