package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a job has come as a whole.
 *
 * @param percent the stages' percentages by their weights, 0 to 100 with two decimals; 100 for a COMPLETED job whatever
 *     its stages say, 0 where no stage has a weight
 * @param stage the name of the stage that was written last, or null before the first
 * @param message what that stage says, or null
 * @param remaining how long the attempt that runs will take yet if it goes on as it did; null where nobody can know: the
 *     job does not run, or no progress was made since the attempt began
 */
public record Progress(
        double percent,
        @Nullable String stage,
        @Nullable String message,
        @Nullable Duration remaining) {

    /** Of this job with these stages, both as they were read from the store. */
    public static Progress of(Job job, List<StageState> stages) {
        Check.present("job", job);
        double percent = percent(job, Check.present("stages", stages));
        StageState last =
                stages.stream().max(Comparator.comparing(StageState::updatedAt)).orElse(null);
        return last == null
                ? new Progress(percent, null, null, null)
                : new Progress(
                        percent, last.stage(), last.progress().message(), remaining(job, percent, last.updatedAt()));
    }

    private static double percent(Job job, List<StageState> stages) {
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

    /** By times of the store alone, so that no clock of a reader counts. */
    private static @Nullable Duration remaining(Job job, double percent, Instant reported) {
        Instant started = job.startedAt();
        if (job.status() != JobStatus.RUNNING || started == null || percent <= 0 || !reported.isAfter(started)) {
            return null;
        }
        double seconds = Duration.between(started, reported).toMillis() / 1000.0 * (100 - percent) / percent;
        return Duration.ofSeconds(Math.round(seconds));
    }
}
