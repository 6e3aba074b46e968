package dev.reelstore.testkit.contract;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The steps of one unit of work, each taken when it is told to; the last is the commit. It runs on its own thread. */
final class Script {

    /** Most steps are done in less; one that takes longer waits, or is taken for one that waits, which does no harm. */
    private static final Duration MOMENT = Duration.ofMillis(6);

    private final List<Step> steps;
    private final Semaphore told = new Semaphore(0);
    private final Semaphore taken = new Semaphore(0);
    private int owed;
    private @Nullable Elsewhere<@Nullable Object> running;
    private @Nullable Object answer;
    private @Nullable StoreException failure;

    private Script(List<Step> steps) {
        this.steps = steps;
    }

    static Script of(Step... steps) {
        return new Script(List.of(steps));
    }

    int steps() {
        return steps.size();
    }

    void begin(Persistence store, UnitOptions options) {
        running = Elsewhere.start(() -> act(store, options));
    }

    boolean begun() {
        return running != null;
    }

    private @Nullable Object act(Persistence store, UnitOptions options) throws InterruptedException {
        @Nullable Object last = null;
        told.acquire();
        try (UnitHandle unit = store.unitOfWork().open(options)) {
            for (Step step : steps) {
                last = step.take(unit.stores());
                taken.release();
                told.acquire();
            }
            unit.commit();
            return last;
        } finally {
            taken.release(steps.size() + 1);
        }
    }

    /**
     * Takes the next step, and waits a moment for its end.
     *
     * @param mayGoOn whether a step before this one that waits may have been freed meanwhile
     * @param alone whether the other unit has not begun or has ended, so that there is nothing to wait for
     */
    void takeStep(boolean mayGoOn, boolean alone) {
        boolean waits = owed > 0 && !mayGoOn;
        told.release();
        owed++;
        if (waits) {
            return;
        }
        try {
            while (owed > 0
                    && taken.tryAcquire((alone ? Elsewhere.DEADLINE : MOMENT).toMillis(), TimeUnit.MILLISECONDS)) {
                owed--;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while a unit took a step", interrupted);
        }
    }

    /** Waits for the end; it may be a conflict that can be tried again, or that a row is gone. */
    void end() {
        Elsewhere<@Nullable Object> unit = running;
        if (unit == null) {
            throw new IllegalStateException("not begun");
        }
        try {
            answer = unit.answer();
        } catch (StoreException failed) {
            if (failed.repeat() != Repeat.SAFE && !(failed instanceof RecordNotFoundException)) {
                throw new AssertionError("a unit failed for good: " + failed, failed);
            }
            failure = failed;
        }
    }

    boolean committed() {
        return failure == null;
    }

    /** Whether it was undone because the other was in its way. */
    boolean conflicted() {
        return failure != null && failure.repeat() == Repeat.SAFE;
    }

    /** What its last step before the commit answered; null where it did not commit. */
    @Nullable
    Object answer() {
        return answer;
    }

    /** One step: a call on the stores of the unit. */
    @FunctionalInterface
    interface Step {

        @Nullable
        Object take(Unit stores);
    }
}
