package dev.reelstore.application.worker;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes the jobs of handlers that merely returned, on a thread of its own: what comes together goes into one commit,
 * while the handlers' threads take up their next jobs. If a commit fails, each of its jobs is completed alone, so that none
 * fails for its neighbour. Safe from any thread.
 */
final class Completing {

    private static final Logger LOG = LoggerFactory.getLogger(Completing.class);

    private static final int MOST_AT_ONCE = 1_000;

    private final BlockingQueue<Attempt> returned = new LinkedBlockingQueue<>();
    private final ClaimStore claims;
    private final Consumer<Attempt> settled;
    private final Thread thread;
    private final AtomicInteger waiting = new AtomicInteger();
    private boolean ended;

    /** @param settled is told of each attempt that needs no more care, whatever became of it; must not throw */
    Completing(String queue, ClaimStore claims, Consumer<Attempt> settled) {
        this.claims = claims;
        this.settled = settled;
        this.thread = new Thread(this::run, WorkerThreads.prefix(queue) + "completing");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Takes the attempt over, if its handler merely returned and left nothing else to be written; not after the end. */
    synchronized boolean takes(Attempt attempt) {
        if (ended || !attempt.beginCompleting()) {
            return false;
        }
        waiting.incrementAndGet();
        return returned.add(attempt);
    }

    /**
     * How many attempts need no handler any more, and so leave room for others, while their commit is awaited; never more
     * than fit into two commits, so that nothing piles up before a store that is away.
     */
    int waiting() {
        return Math.min(waiting.get(), 2 * MOST_AT_ONCE);
    }

    /** Lets the thread end; what it has not completed stays with its claim. */
    synchronized void end() {
        ended = true;
        thread.interrupt();
    }

    private void run() {
        List<Attempt> together = new ArrayList<>();
        try {
            while (true) {
                together.add(returned.take());
                returned.drainTo(together, MOST_AT_ONCE - 1);
                complete(together);
                together.clear();
            }
        } catch (InterruptedException end) {
            returned.forEach(this::leave);
            Thread.currentThread().interrupt();
        }
    }

    private void complete(List<Attempt> together) {
        if (together.size() == 1) {
            Attempt attempt = together.get(0);
            care(attempt, () -> attempt.completeAlone(false));
            return;
        }
        List<Settlement> answers = null;
        boolean doubt = false;
        try {
            answers = claims.completeAll(together.stream()
                    .map(attempt -> new Completion(attempt.claim(), null))
                    .toList());
        } catch (StoreException failure) {
            doubt = failure.repeat() == Repeat.UNKNOWN;
            LOG.debug("{} jobs could not be completed together", together.size(), failure);
        } catch (RuntimeException failure) {
            LOG.warn("{} jobs could not be completed together", together.size(), failure);
        }
        settle(together, answers, doubt);
    }

    private void settle(List<Attempt> together, @Nullable List<Settlement> answers, boolean doubt) {
        for (int i = 0; i < together.size(); i++) {
            Attempt attempt = together.get(i);
            Settlement answer = answers == null ? null : answers.get(i);
            care(attempt, answer == null ? () -> attempt.completeAlone(doubt) : () -> attempt.completed(answer));
        }
    }

    /** Whatever happens to one attempt, the thread has others to care for. */
    private void care(Attempt attempt, Runnable settle) {
        try {
            settle.run();
        } catch (Throwable unsettled) {
            attempt.unsettled(unsettled);
        } finally {
            leave(attempt);
        }
    }

    private void leave(Attempt attempt) {
        waiting.decrementAndGet();
        settled.accept(attempt);
    }
}
