package dev.reelstore.cli.bench;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.JobHandler;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.cli.report.Words;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Sweep;
import dev.reelstore.domain.job.Target;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Jobs that belong to one bench alone: their queue and their type have a name that nobody else uses. Closed, which may
 * happen at any time and from any thread, it takes no more of them, stops its workers and deletes what there is.
 *
 * <p>Safe from any thread.
 */
public final class BenchQueue implements AutoCloseable {

    /** Of the size that parameters often have. */
    private static final String PARAMETERS = "{\"preset\": \"fast\", \"note\": \"" + "x".repeat(170) + "\"}";

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final String name =
            "reelstore-bench-" + UUID.randomUUID().toString().substring(0, 8);
    private final JobFilter all = JobFilter.all().type(name).queue(name);
    private final Reelstore reelstore;

    /** A call that is repeated would be measured as a slow one. */
    private final JobStore unrepeated;

    private final Consumer<String> words;
    private final AtomicLong targets = new AtomicLong();
    private final LongAdder made = new LongAdder();
    private final Queue<Worker> workers = new ConcurrentLinkedQueue<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;
    private volatile boolean left;

    /** @param words is told what becomes of the jobs in the end */
    public BenchQueue(Reelstore reelstore, Consumer<String> words) {
        this.reelstore = reelstore;
        this.unrepeated = reelstore.persistence().plain().jobs();
        this.words = words;
    }

    /** Of the queue and the type. */
    public String name() {
        return name;
    }

    /** Whether jobs may be left in the store, since it could not delete them. */
    public boolean left() {
        return left;
    }

    /** Creates one job, in a transaction of its own. */
    JobId create() {
        return whileOpen(() -> {
            Job job = unrepeated.create(job());
            made.increment();
            return job.id();
        });
    }

    /** Creates so many jobs in one transaction. */
    void createAll(int count) {
        whileOpen(() -> {
            List<NewJob> jobs = Stream.generate(this::job).limit(count).toList();
            made.add(unrepeated.createAll(jobs));
            return true;
        });
    }

    /** How many jobs were made. */
    long made() {
        return made.sum();
    }

    /** How many of them wait or run. */
    long unfinished() {
        return reelstore.jobs().count(all.status(JobStatus.QUEUED, JobStatus.RUNNING));
    }

    /** Begins to work on them. */
    Worker start(WorkerSettings settings, JobHandler handler) {
        return whileOpen(() -> {
            Worker worker = reelstore.worker(name, settings).handle(name, handler);
            workers.add(worker);
            return worker.start();
        });
    }

    /** Waits for what is being created, so that nothing comes after the last was deleted. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                workers.forEach(worker -> worker.stop(STOP_WITHIN));
                delete();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void delete() {
        if (made() > 0) {
            words.accept("deleting the " + Words.count(made(), "job") + " of queue " + name);
        }
        JobQuery query = JobQuery.newestFirst(all).limit(JobQuery.MAX_LIMIT);
        try {
            JobCursor place = null;
            do {
                Sweep sweep = reelstore.jobs().deleteAll(query.after(place));
                place = sweep.next();
            } while (place != null);
        } catch (StoreException failure) {
            left = true;
            words.accept("jobs may be left in queue " + name + " (" + failure.getMessage()
                    + "): 'reelstore delete --queue " + name + " --yes' deletes them");
        }
    }

    private NewJob job() {
        return NewJob.of(name, new Target("bench", Long.toString(targets.incrementAndGet())))
                .queue(name)
                .parameters(PARAMETERS);
    }

    private <T> T whileOpen(Supplier<T> change) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the bench is over");
            }
            return change.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
