package dev.reelstore.application.worker;

import dev.reelstore.domain.job.StageProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stages of one attempt, in the order in which its handler named them. Safe from any thread. */
final class StageReports {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, StageReport> stages = new LinkedHashMap<>();
    private boolean written;
    private long writtenAt;

    synchronized Stage stage(Attempt attempt, String name, int weight) {
        StageProgress begun = new StageProgress(name, weight, 0, null);
        StageReport stage = stages.computeIfAbsent(begun.stage(), absent -> new StageReport(attempt, begun));
        stage.weight(weight);
        return stage;
    }

    /** Whether the handler named any. */
    synchronized boolean any() {
        return !stages.isEmpty();
    }

    /** Whether there is something to write and the last time was a second ago. */
    synchronized boolean due(long now) {
        return (!written || now - writtenAt >= SECOND)
                && stages.values().stream().anyMatch(StageReport::dirty);
    }

    /** What there is to write, if it is time. */
    synchronized List<StageProgress> takeDue(long now) {
        if (!due(now)) {
            return List.of();
        }
        written = true;
        writtenAt = now;
        return each(StageReport::take);
    }

    /** What was taken was written, or was not after all. */
    synchronized void taken(List<StageProgress> taken, boolean written) {
        for (StageProgress progress : taken) {
            StageReport stage = stages.get(progress.stage());
            if (stage != null) {
                stage.taken(written);
            }
        }
    }

    /** What the settlement has to write, whenever it was written last. */
    synchronized List<StageProgress> last() {
        return each(StageReport::last);
    }

    private List<StageProgress> each(Function<StageReport, @Nullable StageProgress> what) {
        List<StageProgress> found = new ArrayList<>();
        for (StageReport stage : stages.values()) {
            StageProgress progress = what.apply(stage);
            if (progress != null) {
                found.add(progress);
            }
        }
        return found;
    }
}
