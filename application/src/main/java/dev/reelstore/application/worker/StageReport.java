package dev.reelstore.application.worker;

import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.value.JsonDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage with what is not written of it yet. Safe from any thread. */
final class StageReport implements Stage {

    private final Attempt attempt;
    private StageProgress latest;
    private boolean dirty = true;

    StageReport(Attempt attempt, StageProgress begun) {
        this.attempt = attempt;
        this.latest = begun;
    }

    @Override
    public synchronized String name() {
        return latest.stage();
    }

    @Override
    public void percent(double percent) {
        if (!Double.isNaN(percent)) {
            synchronized (this) {
                double within = Math.max(0, Math.min(100, percent));
                keep(new StageProgress(latest.stage(), latest.weight(), within, latest.message()));
            }
            attempt.reported();
        }
    }

    @Override
    public void message(String message) {
        synchronized (this) {
            keep(new StageProgress(latest.stage(), latest.weight(), latest.percent(), message));
        }
        attempt.reported();
    }

    @Override
    public boolean checkpoint(JsonDocument checkpoint) {
        return attempt.checkpoint(name(), checkpoint);
    }

    @Override
    public Optional<JsonDocument> resumeFrom() {
        return attempt.resumeFrom(name());
    }

    synchronized void weight(int weight) {
        if (weight != latest.weight()) {
            keep(new StageProgress(latest.stage(), weight, latest.percent(), latest.message()));
        }
    }

    synchronized boolean dirty() {
        return dirty;
    }

    /** What there is to write, or null; it counts as written from now on. */
    synchronized @Nullable StageProgress take() {
        boolean due = dirty;
        dirty = false;
        return due ? latest : null;
    }

    /** What was taken was not written after all. */
    synchronized void untake() {
        dirty = true;
    }

    private void keep(StageProgress progress) {
        dirty |= !progress.equals(latest);
        latest = progress;
    }
}
