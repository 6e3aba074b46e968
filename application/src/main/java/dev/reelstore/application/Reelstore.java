package dev.reelstore.application;

import dev.reelstore.application.events.JobEvents;
import dev.reelstore.application.health.HealthListener;
import dev.reelstore.application.health.HealthMonitor;
import dev.reelstore.application.health.HealthWatch;
import dev.reelstore.application.maintenance.Maintenance;
import dev.reelstore.application.retry.Retryable;
import dev.reelstore.application.retry.RetryingPersistence;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.application.worker.Workers;
import dev.reelstore.domain.Health;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.Freshness;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.video.VideoStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a video pipeline: its jobs, videos and renditions, in whichever store it was made on, and workers for
 * the jobs. Calls that failed with the certainty that nothing was committed are repeated before their failure comes out.
 * Safe from any thread.
 */
public final class Reelstore implements Stores, AutoCloseable {

    private final ReelstoreOptions options;
    private final RetryingPersistence store;
    private final Workers workers;
    private final HealthMonitor monitor;
    private final JobEvents events;

    private Reelstore(Persistence persistence, ReelstoreOptions options) {
        this.options = Check.present("options", options);
        this.store =
                new RetryingPersistence(Check.present("persistence", persistence), options.retry(), options.longUnit());
        this.workers = new Workers(store);
        this.monitor = new HealthMonitor(store.health());
        this.events = new JobEvents(persistence);
    }

    /** On this store with the default options. Closing what is made here closes the store. */
    public static Reelstore on(Persistence persistence) {
        return on(persistence, ReelstoreOptions.DEFAULT);
    }

    /** On this store. Closing what is made here closes the store. */
    public static Reelstore on(Persistence persistence, ReelstoreOptions options) {
        return new Reelstore(persistence, options);
    }

    @Override
    public JobStore jobs() {
        return store.jobs();
    }

    @Override
    public ClaimStore claims() {
        return store.claims();
    }

    @Override
    public ChannelStore channels() {
        return store.channels();
    }

    @Override
    public JournalStore journal() {
        return store.journal();
    }

    @Override
    public VideoStore videos() {
        return store.videos();
    }

    @Override
    public QualityStore qualities() {
        return store.qualities();
    }

    @Override
    public AnalysisStore analysis() {
        return store.analysis();
    }

    /** Runs units of work, the outermost again as a whole where that is safe. */
    public UnitOfWork unitOfWork() {
        return store.unitOfWork();
    }

    /** {@link UnitOfWork#call(Work)}. */
    public <T extends @Nullable Object, E extends Exception> T call(Work<T, E> work) throws E {
        return unitOfWork().call(work);
    }

    /** {@link UnitOfWork#run(Work.Action)}. */
    public <E extends Exception> void run(Work.Action<E> work) throws E {
        unitOfWork().run(work);
    }

    /**
     * Runs work that only reads, on data that are this fresh: from a replica where the store has one that is, else from the
     * store itself. All that runs on this thread meanwhile joins it, so that a write in it is refused.
     *
     * @throws E what the work throws
     * @throws dev.reelstore.domain.failure.InvalidDataException when a token comes from another store
     */
    public <T extends @Nullable Object, E extends Exception> T read(Freshness freshness, Work<T, E> work) throws E {
        return unitOfWork().call(UnitOptions.reading(freshness), work);
    }

    /** {@link Persistence#token()}: taken after a commit it covers that commit and all before it. */
    public ReadToken token() {
        return store.token();
    }

    /** {@link UnitOfWork#under(Claim, Work)}. */
    public <T extends @Nullable Object, E extends Exception> Guarded<T> under(Claim claim, Work<T, E> work) throws E {
        return unitOfWork().under(claim, work);
    }

    /**
     * Runs any code, of this store or not, and repeats it by this policy while it fails with a
     * {@link dev.reelstore.domain.failure.TransientFailureException} or with a failure of the store after which a repeat is
     * {@link dev.reelstore.domain.failure.Repeat#SAFE}; the pool being used up is not repeated. The last failure comes out as
     * the same object. What earlier calls inside have committed stays, so that the code should bear repetition.
     *
     * <p>The outermost repeats: calls and units inside are made once, and in an open unit the code itself is run once, as
     * only the unit as a whole can be repeated.
     *
     * @param name for the log, 1 to 100 characters
     * @throws E what the code throws
     */
    public <T extends @Nullable Object, E extends Exception> T retrying(
            RetryPolicy policy, String name, Retryable<T, E> code) throws E {
        return store.retrying(policy, name, code);
    }

    /** A worker for this queue with the default settings, neither started nor with a handler. */
    public Worker worker(String queue) {
        return worker(queue, WorkerSettings.DEFAULT);
    }

    /**
     * A worker for this queue, neither started nor with a handler; stopped when this is closed.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when the queue breaks its rule
     * @throws IllegalStateException after {@link #close()}
     */
    public Worker worker(String queue, WorkerSettings settings) {
        return workers.worker(queue, settings);
    }

    /** Deletes what has been kept for long enough. */
    public Maintenance maintenance() {
        return new Maintenance(store);
    }

    /** How the store is. */
    public Health health() {
        return store.health();
    }

    /**
     * Tells this listener when the store turns unhealthy ({@link Health#poolHealthy()}) and when it is healthy again, once
     * for each change. All listeners share one daemon thread, which there is only from the first on.
     *
     * @param every how long after each answer the store is asked again, at least 1 ms
     * @return ends it; closing this façade does so too
     * @throws dev.reelstore.domain.failure.InvalidDataException when an argument is missing or out of its range
     * @throws IllegalStateException after {@link #close()}
     */
    public HealthWatch watchHealth(Duration every, HealthListener listener) {
        return monitor.watch(every, listener);
    }

    /** What becomes of jobs, told to whoever watches them; ends when this is closed. */
    public JobEvents events() {
        return events;
    }

    /**
     * The store, with the repeats of this façade, for whoever works with the ports; {@link RetryingPersistence#plain()} is
     * without them.
     */
    public RetryingPersistence persistence() {
        return store;
    }

    /**
     * Stops the workers, waiting for their handlers as long as {@link ReelstoreOptions#closeWithin()} says, and closes
     * the store. More than once is harmless.
     */
    @Override
    public void close() {
        monitor.close();
        try {
            events.close();
            workers.stop(options.closeWithin());
        } finally {
            store.close();
        }
    }
}
