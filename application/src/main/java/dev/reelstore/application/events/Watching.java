package dev.reelstore.application.events;

import dev.reelstore.domain.Signals.Subscription;
import dev.reelstore.domain.job.JobId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription. It remembers what it said last, so as to say nothing twice. Safe from any thread. */
final class Watching implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private final ReentrantLock calling = new ReentrantLock();
    private final @Nullable JobId job;
    private final JobObserver observer;
    private final Consumer<Watching> whenClosed;
    private final Map<JobId, JobUpdate> said = new HashMap<>();
    private boolean closed;

    /** @param job the only one that is watched, or null for all */
    Watching(@Nullable JobId job, JobObserver observer, Consumer<Watching> whenClosed) {
        this.job = job;
        this.observer = observer;
        this.whenClosed = whenClosed;
    }

    @Nullable
    JobId job() {
        return job;
    }

    void tell(JobUpdate update) {
        JobId id = update.job().id();
        call(() -> {
            JobUpdate before = said.get(id);
            if (before != null && before.saysTheSameAs(update)) {
                return;
            }
            if (job == null && update.job().status().finished()) {
                said.remove(id);
            } else {
                said.put(id, update);
            }
            observer.updated(update);
        });
    }

    void tellDeleted(JobId id) {
        call(() -> {
            said.remove(id);
            observer.deleted(id);
        });
        if (job != null) {
            close();
        }
    }

    /** Reentrant, so that an observer may end its own subscription. Whatever one throws, the others are told. */
    private void call(Runnable telling) {
        calling.lock();
        try {
            if (!closed) {
                telling.run();
            }
        } catch (Throwable broken) {
            LOG.warn("an observer of jobs threw; it is told of the next change all the same", broken);
        } finally {
            calling.unlock();
        }
    }

    @Override
    public void close() {
        calling.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            calling.unlock();
        }
        whenClosed.accept(this);
    }
}
