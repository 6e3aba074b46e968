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
    private boolean underway;

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

    /** What there is to write, or null; it is under way from now on. */
    synchronized @Nullable StageProgress take() {
        if (!dirty) {
            return null;
        }
        dirty = false;
        underway = true;
        return latest;
    }

    /** What was taken was written, or was not after all. */
    synchronized void taken(boolean written) {
        underway = false;
        dirty |= !written;
    }

    /**
     * What the settlement has to write, or null. What is under way is written once more: it would come too late if the
     * settlement overtook it.
     */
    synchronized @Nullable StageProgress last() {
        return dirty || underway ? latest : null;
    }

    private void keep(StageProgress progress) {
        dirty |= !progress.equals(latest);
        latest = progress;
    }
}
