package dev.reelstore.application.worker;

import dev.reelstore.application.retry.RetryingPersistence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All workers of one façade, which stop together. Safe from any thread. */
public final class Workers {

    private final RetryingPersistence store;
    private final List<Worker> all = new ArrayList<>();
    private boolean stopped;

    /** @param store where their jobs are */
    public Workers(RetryingPersistence store) {
        this.store = store;
    }

    /**
     * A new worker, neither started nor with a handler.
     *
     * @throws IllegalStateException after {@link #stop}
     */
    public synchronized Worker worker(String queue, WorkerSettings settings) {
        if (stopped) {
            throw new IllegalStateException("closed: there are no workers any more");
        }
        Worker worker = new Worker(store, queue, settings);
        all.add(worker);
        return worker;
    }

    /**
     * Stops all of them at once, with one deadline for all.
     *
     * @return whether all handlers were back in time
     * @see Worker#stop
     */
    public boolean stop(Duration within) {
        TimeLimit limit = new TimeLimit(within, System.nanoTime());
        List<Worker> stopping;
        synchronized (this) {
            stopped = true;
            stopping = List.copyOf(all);
        }
        stopping.forEach(Worker::beginStop);
        boolean ended = true;
        for (Worker worker : stopping) {
            ended &= worker.finish(limit);
        }
        return ended;
    }
}
