package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what an observer is told. */
final class Told implements PipelineObserver {

    final List<Admission> admitted = new CopyOnWriteArrayList<>();
    final List<Job> finished = new CopyOnWriteArrayList<>();
    final List<Job> deleted = new CopyOnWriteArrayList<>();
    final List<Job> retried = new CopyOnWriteArrayList<>();
    final List<String> held = new CopyOnWriteArrayList<>();

    @Override
    public void admitted(Admission admission) {
        admitted.add(admission);
    }

    @Override
    public void progress(JobId job, double percent, String doing) {}

    @Override
    public void heldElsewhere(Job job, Duration leaseLeft, boolean silent) {
        held.add(Math.round(leaseLeft.toMillis() / 1000.0) + (silent ? " silent" : ""));
    }

    @Override
    public void willRetry(Job job) {
        retried.add(job);
    }

    @Override
    public void finished(Job job) {
        finished.add(job);
    }

    @Override
    public void deleted(Job job) {
        deleted.add(job);
    }

    @Override
    public void storeAway(String message) {}
}
