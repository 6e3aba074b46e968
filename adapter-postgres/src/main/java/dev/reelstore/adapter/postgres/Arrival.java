package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.NewJob;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A job that is to be created, and the thread that waits for it. */
final class Arrival {

    private enum State {
        WAITING,
        TURN,
        ALONE,
        ENDED
    }

    private final NewJob job;
    private final Thread thread = Thread.currentThread();
    private volatile State state = State.WAITING;
    private Optional<CreatedJob> created = Optional.empty();
    private @Nullable StoreException failure;

    Arrival(NewJob job) {
        this.job = job;
    }

    NewJob job() {
        return job;
    }

    /**
     * Waits until it is created, or until its thread has to see to it. As a statement that is under way cannot be
     * interrupted either, an interrupt is kept for later.
     *
     * @return whether it is this thread's turn to create those that have come
     */
    boolean awaitTurn() {
        boolean interrupted = false;
        while (state == State.WAITING) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            thread.interrupt();
        }
        return state == State.TURN;
    }

    /** From now on its thread sees to those that have come. */
    void takeTurn() {
        become(State.TURN);
    }

    /** Where it was not created with others, its thread has to do it. */
    void goAlone() {
        if (state != State.ENDED) {
            become(State.ALONE);
        }
    }

    /** @param made the job, or nothing where its id was there already */
    void end(Optional<CreatedJob> made) {
        created = made;
        become(State.ENDED);
    }

    void fail(StoreException why) {
        failure = why;
        become(State.ENDED);
    }

    boolean ended() {
        return state == State.ENDED;
    }

    /** The job, or nothing where its id was there already. */
    Optional<CreatedJob> outcome() {
        if (failure != null) {
            throw failure;
        }
        return created;
    }

    private void become(State next) {
        state = next;
        LockSupport.unpark(thread);
    }
}
