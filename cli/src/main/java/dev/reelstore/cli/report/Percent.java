package dev.reelstore.cli.report;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.StageState;
import java.util.List;

/** How far a job has come as a whole. */
public final class Percent {

    private Percent() {}

    /** The stages' percentages by their weights, 0 to 100; 100 for a COMPLETED job whatever its stages say. */
    public static double of(Job job, List<StageState> stages) {
        if (job.status() == JobStatus.COMPLETED) {
            return 100;
        }
        double weights = 0;
        double done = 0;
        for (StageState stage : stages) {
            weights += stage.progress().weight();
            done += stage.progress().weight() * stage.progress().percent();
        }
        return weights == 0 ? 0 : Math.round(done / weights * 100) / 100.0;
    }
}
