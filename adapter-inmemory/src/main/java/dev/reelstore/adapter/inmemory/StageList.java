package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the stages of a job, which keep the order in which they were first written. */
final class StageList {

    private StageList() {}

    static JobRow progressed(JobRow row, StageProgress progress, Instant now) {
        int at = indexOf(row.stages(), progress.stage());
        JsonDocument kept = at < 0 ? null : row.stages().get(at).checkpoint();
        return with(row, at, new StageState(progress, kept, now));
    }

    /** @param fresh how far the stage has come if it is new to the job */
    static JobRow checkpointed(JobRow row, StageProgress fresh, JsonDocument checkpoint, Instant now) {
        int at = indexOf(row.stages(), fresh.stage());
        StageProgress kept = at < 0 ? fresh : row.stages().get(at).progress();
        return with(row, at, new StageState(kept, checkpoint, now));
    }

    private static JobRow with(JobRow row, int at, StageState state) {
        List<StageState> stages = new ArrayList<>(row.stages());
        if (at < 0) {
            stages.add(state);
        } else {
            stages.set(at, state);
        }
        return row.staged(List.copyOf(stages));
    }

    private static int indexOf(List<StageState> stages, String name) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).stage().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
