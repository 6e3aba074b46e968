package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.Duty;
import dev.reelstore.domain.job.JobStanding;
import dev.reelstore.domain.job.NewJob;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Why a job does not move. */
final class Waiting {

    private Waiting() {}

    static JobStanding explain(Overlay overlay, JobRow row) {
        Instant now = overlay.now();
        return JobStanding.of(overlay.toJob(row), now, () -> line(overlay.view(), row, now));
    }

    private static JobStanding.Line line(State state, JobRow row, Instant now) {
        NewJob asked = row.facts().asked();
        int workers = 0;
        Set<String> taken = new TreeSet<>();
        for (Row.Lease lease : state.leases().ascending(any -> true)) {
            Duty duty = lease.duty();
            if (duty != null
                    && lease.holdsAt(now)
                    && duty.queue().equals(asked.queue())
                    && duty.types().contains(asked.type())) {
                workers++;
                taken.addAll(duty.types());
            }
        }
        int ahead = 0;
        JobRow next = null;
        for (String type : taken) {
            Tree<JobRow> lane = Lane.find(state.jobs().lanes(), asked.queue(), type);
            if (lane == null) {
                continue;
            }
            for (JobRow other : lane.ascending(any -> true)) {
                if (ahead == JobStanding.MOST_AHEAD || JobRow.BY_TURN.compare(other, row) >= 0) {
                    break;
                }
                if (other.dueAt(now)) {
                    ahead++;
                    next = first(next, other);
                }
            }
        }
        return new JobStanding.Line(workers, ahead, next == null ? null : next.id());
    }

    private static JobRow first(@Nullable JobRow one, JobRow other) {
        return one == null || JobRow.BY_TURN.compare(other, one) < 0 ? other : one;
    }
}
