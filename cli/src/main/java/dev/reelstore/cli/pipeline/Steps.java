package dev.reelstore.cli.pipeline;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.JobContext;
import dev.reelstore.application.worker.Stage;
import dev.reelstore.cli.media.MediaException;
import dev.reelstore.cli.media.MediaStoppedException;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import java.time.Duration;
import java.util.Optional;

/**
 * Carries out the steps of one job, and tells the journal of each. What a step found, its checkpoint, its entry in the
 * log and its metric are one commit under the claim: a later attempt finds all of them and does not do the step again, or
 * none.
 */
final class Steps {

    private final JobContext context;
    private final Course course;
    private final ClaimedWrites writes;

    Steps(Reelstore reelstore, JobContext context, Course course) {
        this.context = context;
        this.course = course;
        this.writes = new ClaimedWrites(reelstore, context);
    }

    /** Does the step, unless an earlier attempt did it. */
    <T> T run(Step<T> step) {
        Stage stage = course.stage(step.name());
        Optional<T> kept = stage.resumeFrom().flatMap(step::resume);
        T done = kept.isPresent() ? kept.get() : begin(step, stage);
        course.ended(step.name());
        return done;
    }

    /** As {@link #run}, but goes on when the file makes it fail: then there is just an entry in the log. */
    <T> void attempt(Step<T> step) {
        try {
            run(step);
        } catch (MediaStoppedException stopped) {
            throw stopped;
        } catch (MediaException | InvalidDataException failure) {
            course.stage(step.name()).message("failed: " + failure.getMessage());
            course.ended(step.name());
        }
    }

    private <T> T begin(Step<T> step, Stage stage) {
        if (context.stopped()) {
            throw new IllegalStateException("stopped before " + step.name() + " was begun");
        }
        NewLogEntry started = entry(step, LogStatus.STARTED);
        writes.write(stores -> stores.journal().log(started));
        long begun = System.nanoTime();
        try {
            course.percent(step.name(), 0);
            T done = step.work(percent -> course.percent(step.name(), percent));
            keep(step, stage, done, Duration.ofNanos(System.nanoTime() - begun));
            return done;
        } catch (MediaStoppedException stopped) {
            throw stopped;
        } catch (RuntimeException failure) {
            if (!(failure instanceof StoreException) || failure instanceof InvalidDataException) {
                tell(failure, entry(step, LogStatus.FAILED).duration(Duration.ofNanos(System.nanoTime() - begun)));
            }
            throw failure;
        }
    }

    private <T> void keep(Step<T> step, Stage stage, T done, Duration took) {
        boolean skipped = step.skipped(done);
        NewLogEntry ended = entry(step, skipped ? LogStatus.SKIPPED : LogStatus.COMPLETED)
                .duration(skipped ? null : took)
                .message(step.message(done));
        NewMetric metric = NewMetric.of(context.job().id(), step.name(), took);
        stage.message(step.message(done));
        writes.write(stores -> {
            step.write(done, stores);
            stage.checkpoint(step.checkpoint(done));
            stores.journal().log(ended);
            if (!skipped) {
                stores.journal().measure(metric);
            }
        });
    }

    private void tell(RuntimeException failure, NewLogEntry entry) {
        if (context.stopped()) {
            return;
        }
        try {
            String said = failure.getMessage();
            NewLogEntry failed = entry.error(said == null ? failure.toString() : said);
            writes.write(stores -> stores.journal().log(failed));
        } catch (RuntimeException untold) {
            failure.addSuppressed(untold);
        }
    }

    private NewLogEntry entry(Step<?> step, LogStatus status) {
        JobId job = context.job().id();
        return NewLogEntry.of(job, step.name(), status);
    }
}
