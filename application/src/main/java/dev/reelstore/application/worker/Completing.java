package dev.reelstore.application.worker;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.JobOutput;
import dev.reelstore.domain.unit.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes jobs on a thread of its own: what comes together goes into one commit. Those of handlers that merely returned
 * are taken over, so that the handlers' threads take up their next jobs; who says what a job has brought waits for the
 * commit. If one fails, each of its jobs is completed alone, so that none fails for its neighbour. Safe from any thread.
 */
final class Completing implements Company {

    private static final Logger LOG = LoggerFactory.getLogger(Completing.class);

    private static final int MOST_AT_ONCE = 1_000;

    /** A job that is done, and who is told of its end: by one of the two, once. */
    private interface Finished {

        FinishedJob job();

        void completed(Settlement answer);

        /** @param doubt whether it may have been completed */
        void goAlone(boolean doubt);
    }

    private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
    private final UnitOfWork units;
    private final Consumer<Attempt> settled;
    private final Thread thread;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean ended;

    /** @param settled is told of each attempt that needs no more care, whatever became of it; must not throw */
    Completing(String queue, UnitOfWork units, Consumer<Attempt> settled) {
        this.units = units;
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
        return finished.add(new Returned(attempt));
    }

    @Override
    public Answer complete(FinishedJob job) {
        Awaited awaited = new Awaited(job, new CompletableFuture<>());
        return joined(awaited) ? awaited.answer().join() : NONE.complete(job);
    }

    private synchronized boolean joined(Awaited awaited) {
        return !ended && finished.add(awaited);
    }

    /**
     * How many attempts need no handler any more, and so leave room for others, while their commit is awaited; never more
     * than fit into two commits, so that nothing piles up before a store that is away.
     */
    int waiting() {
        return Math.min(waiting.get(), 2 * MOST_AT_ONCE);
    }

    /** Lets the thread end; what it has not completed stays with its claim, or with who waits for it. */
    synchronized void end() {
        ended = true;
        thread.interrupt();
    }

    private void run() {
        List<Finished> together = new ArrayList<>();
        try {
            // The store may have swallowed an interrupt.
            while (!ended) {
                together.add(finished.take());
                finished.drainTo(together, MOST_AT_ONCE - 1);
                complete(together);
                together.clear();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        finished.forEach(left -> {
            if (left instanceof Returned returned) {
                leave(returned.attempt());
            } else {
                left.goAlone(false);
            }
        });
    }

    /** Whatever happens, somebody waits for each of them, and this thread has others to care for. */
    private void complete(List<Finished> together) {
        List<Settlement> answers = null;
        boolean doubt = false;
        try {
            answers = units.completeAll(together.stream().map(Finished::job).toList());
        } catch (StoreException failure) {
            doubt = failure.repeat() == Repeat.UNKNOWN;
            LOG.debug("{} jobs could not be completed together", together.size(), failure);
        } catch (Throwable failure) {
            doubt = true;
            LOG.warn("{} jobs could not be completed together", together.size(), failure);
        }
        for (int i = 0; i < together.size(); i++) {
            if (answers == null) {
                together.get(i).goAlone(doubt);
            } else {
                together.get(i).completed(answers.get(i));
            }
        }
    }

    private void leave(Attempt attempt) {
        waiting.decrementAndGet();
        settled.accept(attempt);
    }

    /** Nobody waits for it. */
    private final class Returned implements Finished {

        private final Attempt attempt;

        private Returned(Attempt attempt) {
            this.attempt = attempt;
        }

        Attempt attempt() {
            return attempt;
        }

        @Override
        public FinishedJob job() {
            return new FinishedJob(attempt.claim(), JobOutput.NONE);
        }

        @Override
        public void completed(Settlement answer) {
            care(() -> attempt.completed(answer));
        }

        @Override
        public void goAlone(boolean doubt) {
            care(() -> attempt.completeAlone(doubt));
        }

        private void care(Runnable settle) {
            try {
                settle.run();
            } catch (Throwable unsettled) {
                attempt.unsettled(unsettled);
            } finally {
                leave(attempt);
            }
        }
    }

    /** Its handler waits for it. */
    private record Awaited(FinishedJob job, CompletableFuture<Answer> answer) implements Finished {

        @Override
        public void completed(Settlement settlement) {
            answer.complete(new Answer(settlement, false));
        }

        @Override
        public void goAlone(boolean doubt) {
            answer.complete(new Answer(null, doubt));
        }
    }
}
