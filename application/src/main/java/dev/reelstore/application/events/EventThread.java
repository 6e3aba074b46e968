package dev.reelstore.application.events;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals.JobListener;
import dev.reelstore.domain.Signals.Subscription;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the jobs of which there are hints, one after the other, and tells their watchers. Hints that come meanwhile for
 * the same job become one: what counts is its latest state.
 */
final class EventThread implements JobListener {

    private static final Logger LOG = LoggerFactory.getLogger(EventThread.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Persistence store;
    private final long pollNanos;
    private final Supplier<Set<Watching>> watchers;
    /** The jobs to look at, and whether they may have changed or are merely looked at. */
    private final Map<JobId, Boolean> due = new LinkedHashMap<>();

    private final CountDownLatch hearing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "reelstore-events");
    private boolean lookAtAll;
    private long polled = System.nanoTime();
    private boolean ended;

    EventThread(Persistence store, Duration poll, Supplier<Set<Watching>> watchers) {
        this.store = store;
        this.pollNanos = poll.toNanos();
        this.watchers = watchers;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits a while until hints are heard. */
    void awaitHearing() {
        try {
            if (!hearing.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("not hearing of changes yet");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has a job looked at for those that watch it by its id. */
    synchronized void look(JobId job) {
        due.putIfAbsent(job, false);
        notifyAll();
    }

    @Override
    public synchronized void changed(JobId job) {
        due.put(job, true);
        notifyAll();
    }

    @Override
    public synchronized void missed() {
        lookAtAll = true;
        notifyAll();
    }

    private void run() {
        try (Subscription hints = store.signals().watch(this)) {
            hearing.countDown();
            for (Map<JobId, Boolean> next = next(); !next.isEmpty() || !isEnded(); next = next()) {
                next.forEach(this::tell);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (StoreException closed) {
            LOG.debug("watching jobs ends: {}", closed.toString());
        }
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    /** The jobs to look at next: those that were hinted at, and every so often all that are watched by their id. */
    private Map<JobId, Boolean> next() throws InterruptedException {
        Map<JobId, Boolean> next;
        synchronized (this) {
            long left = pollNanos - (System.nanoTime() - polled);
            while (!ended && !lookAtAll && due.isEmpty() && left > 0) {
                wait(left / 1_000_000 + 1);
                left = pollNanos - (System.nanoTime() - polled);
            }
            if (ended) {
                return Map.of();
            }
            next = new LinkedHashMap<>(due);
            due.clear();
            if (!lookAtAll && left > 0) {
                return next;
            }
            lookAtAll = false;
            polled = System.nanoTime();
        }
        watchers.get().stream()
                .map(Watching::job)
                .filter(Objects::nonNull)
                .forEach(job -> next.putIfAbsent(job, false));
        return next;
    }

    private void tell(JobId id, boolean hinted) {
        List<Watching> interested = watchers.get().stream()
                .filter(watching -> watching.job() == null ? hinted : id.equals(watching.job()))
                .toList();
        if (interested.isEmpty()) {
            return;
        }
        try {
            Optional<JobUpdate> update = store.jobs().find(id).map(this::update);
            interested.forEach(watching -> update.ifPresentOrElse(watching::tell, () -> watching.tellDeleted(id)));
        } catch (StoreException passing) {
            LOG.debug("job {} could not be read for its watchers; it is looked at again later", id, passing);
        }
    }

    private JobUpdate update(Job job) {
        return new JobUpdate(job, Progress.of(job, store.jobs().stages(job.id())), store.now());
    }
}
