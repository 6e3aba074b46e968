package dev.reelstore.application.events;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals.Subscription;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the status and the progress of jobs, whichever process changed them: after the commit, the latest state, no
 * history. Hints of the store make it quick; a job that is watched by its id is looked at every few seconds besides, so
 * that a lost hint costs no more than that. One thread, and on PostgreSQL one connection, while anybody watches. Safe
 * from any thread.
 */
public final class JobEvents implements AutoCloseable {

    /** How often a job that is watched by its id is looked at where no hint comes. */
    public static final Duration POLL = Duration.ofSeconds(5);

    private final Persistence store;
    private final Duration poll;
    private final Set<Watching> watchers = new LinkedHashSet<>();
    private @Nullable EventThread thread;
    private boolean closed;

    /** @param store where the jobs are; not closed by this */
    public JobEvents(Persistence store) {
        this(store, POLL);
    }

    JobEvents(Persistence store, Duration poll) {
        this.store = Check.present("persistence", store);
        this.poll = poll;
    }

    /**
     * Watches one job: its state now, and every change from now on until it is deleted.
     *
     * @return ends it; after its close returned, no further call begins
     * @throws IllegalStateException after {@link #close()}
     */
    public Subscription watch(JobId job, JobObserver observer) {
        Check.present("job id", job);
        Watching watching = new Watching(job, Check.present("observer", observer), this::end);
        begin(watching).look(job);
        return watching;
    }

    /**
     * Watches all jobs: every change from now on. What happens while the store is out of reach is not told, and on
     * PostgreSQL what a unit wrote before this began need not be, though it commits later; who must not miss it lists
     * the jobs, or watches by id.
     *
     * @return ends it; after its close returned, no further call begins
     * @throws IllegalStateException after {@link #close()}
     */
    public Subscription watchAll(JobObserver observer) {
        Watching watching = new Watching(null, Check.present("observer", observer), this::end);
        begin(watching).awaitHearing();
        return watching;
    }

    /** Ends all subscriptions; more than once is harmless. */
    @Override
    public void close() {
        Set<Watching> all;
        synchronized (watchers) {
            closed = true;
            all = Set.copyOf(watchers);
        }
        all.forEach(Watching::close);
    }

    private EventThread begin(Watching watching) {
        synchronized (watchers) {
            if (closed) {
                throw new IllegalStateException("this is closed: nothing can be watched any more");
            }
            EventThread running = thread;
            if (running == null) {
                running = new EventThread(store, poll, this::all);
                running.start();
                thread = running;
            }
            watchers.add(watching);
            return running;
        }
    }

    private void end(Watching watching) {
        EventThread idle = null;
        synchronized (watchers) {
            watchers.remove(watching);
            if (watchers.isEmpty()) {
                idle = thread;
                thread = null;
            }
        }
        if (idle != null) {
            idle.end();
        }
    }

    private Set<Watching> all() {
        synchronized (watchers) {
            return Set.copyOf(watchers);
        }
    }
}
