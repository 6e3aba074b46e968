package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.JobPurge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Deletes finished jobs by their age. */
final class Retention {

    private static final Comparator<JobRow> BY_FINISH = Comparator.comparing(
                    (JobRow row) -> Objects.requireNonNull(row.finishedAt()))
            .thenComparing(JobRow::id);

    private Retention() {}

    /** The oldest first; passes over those that another holds. */
    static int purge(Overlay overlay, JobPurge purge) {
        int gone = 0;
        for (JobRow seen : due(overlay, purge)) {
            if (gone == purge.limit()) {
                break;
            }
            if (JobLocks.tryLock(overlay, seen.id())
                    && overlay.tryLock(LockKey.analysis(seen.id()))
                    && isDue(overlay.job(seen.id()), purge)) {
                overlay.put(new Row.JobGone(seen.id()));
                gone++;
            }
        }
        return gone;
    }

    private static List<JobRow> due(Overlay overlay, JobPurge purge) {
        List<JobRow> due = new ArrayList<>();
        for (JobRow row : overlay.view().jobs().byId().ascending(any -> true)) {
            if (isDue(row, purge)) {
                due.add(row);
            }
        }
        due.sort(BY_FINISH);
        return due;
    }

    private static boolean isDue(@Nullable JobRow row, JobPurge purge) {
        Instant finished = row == null ? null : row.finishedAt();
        return row != null
                && finished != null
                && finished.isBefore(purge.finishedBefore())
                && purge.statuses().contains(row.status());
    }
}
