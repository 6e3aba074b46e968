package dev.reelstore.application.worker;

import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.FailureSettlement;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the handler of one attempt, and settles what it left unsettled. */
final class AttemptRun {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptRun.class);

    private final Attempt attempt;
    private final Predicate<Attempt> completer;

    /** @param completer takes over the completion of an attempt whose handler merely returned, if it can */
    AttemptRun(Attempt attempt, Predicate<Attempt> completer) {
        this.attempt = attempt;
        this.completer = completer;
    }

    /**
     * Answers when the handler has returned and the attempt is settled, or is left to another. What the handler throws does
     * not come out.
     *
     * @return whether it is settled
     * @throws StoreException when the attempt could not be settled
     */
    boolean run() {
        if (attempt.stopped()) {
            release();
            return true;
        }
        Throwable thrown = handle();
        attempt.endIfOverdue();
        if (thrown == null && attempt.open() && completer.test(attempt)) {
            return false;
        }
        settle(thrown);
        return true;
    }

    private void settle(@Nullable Throwable thrown) {
        if (!attempt.open()) {
            tellOfLate(thrown);
        } else if (thrown == null) {
            attempt.complete();
        } else if (attempt.stopReason().filter(StopReason.SHUTDOWN::equals).isPresent()) {
            release();
        } else {
            fail(thrown);
        }
        attempt.tellIfLost();
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Throwable handle() {
        try {
            attempt.handler().handle(attempt);
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    private void release() {
        attempt.release();
        LOG.info("Job {} was given back by a worker that stops", id());
    }

    private void fail(Throwable thrown) {
        FailureSettlement settlement = attempt.fail(attempt.failure(thrown));
        LOG.warn(
                "Job {} ({}) failed at attempt {} of {}, now {}",
                id(),
                attempt.job().type(),
                attempt.job().attempt(),
                attempt.job().attemptLimit(),
                settlement,
                thrown);
    }

    private void tellOfLate(@Nullable Throwable thrown) {
        if (thrown != null) {
            LOG.info("The handler of job {} threw after its attempt had ended: {}", id(), thrown.toString());
        }
    }

    private Object id() {
        return attempt.job().id();
    }
}
