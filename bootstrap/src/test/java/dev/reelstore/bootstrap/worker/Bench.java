package dev.reelstore.bootstrap.worker;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.retry.RetryPolicy;
import java.time.Duration;
import java.util.Set;

/** A façade on a store in memory, with what tests of workers need at hand. */
final class Bench implements AutoCloseable {

    static final String TYPE = "encode";
    static final Duration SOON = Duration.ofSeconds(20);

    /** Everything quick, on two threads. */
    static final WorkerSettings QUICK = WorkerSettings.DEFAULT
            .concurrency(2)
            .lease(Duration.ofSeconds(20), Duration.ofMillis(20))
            .poll(Duration.ofMillis(5), Duration.ofMillis(50))
            .rescue(Duration.ofMillis(50))
            .patience(Duration.ofSeconds(20));

    /** A second attempt a minute later. */
    static final RetryPolicy MINUTE = new RetryPolicy(100, Duration.ofMinutes(1), 1.0, Duration.ofMinutes(1), false);

    final InMemoryPersistence memory = InMemoryPersistence.create();
    final Faults faults = new Faults();
    final Reelstore reelstore = Reelstore.on(faults.over(memory));

    Worker worker() {
        return reelstore.worker(NewJob.DEFAULT_QUEUE, QUICK);
    }

    static NewJob newJob() {
        return newJob("one");
    }

    static NewJob newJob(String target) {
        return NewJob.of(TYPE, new Target("film", target));
    }

    JobId create() {
        return create(newJob());
    }

    JobId create(NewJob job) {
        return memory.jobs().create(job).id();
    }

    Job job(JobId id) {
        return memory.jobs().get(id);
    }

    JobStatus status(JobId id) {
        return job(id).status();
    }

    long count(JobStatus status) {
        return memory.jobs().count(JobFilter.all().statuses(Set.of(status)));
    }

    @Override
    public void close() {
        faults.down(false);
        reelstore.close();
    }
}
