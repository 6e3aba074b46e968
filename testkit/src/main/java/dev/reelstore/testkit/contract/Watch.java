package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals.JobListener;
import dev.reelstore.domain.Signals.Subscription;
import dev.reelstore.domain.job.JobId;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A subscription that keeps the jobs of which it was told. */
final class Watch implements JobListener, AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofMillis(50);

    private final BlockingQueue<JobId> told = new LinkedBlockingQueue<>();
    private final Subscription subscription;

    private Watch(Persistence store) {
        subscription = store.signals().watch(this);
    }

    static Watch of(Persistence store) {
        return new Watch(store);
    }

    @Override
    public void changed(JobId job) {
        told.add(job);
    }

    @Override
    public void missed() {}

    /** Waits until it hears: an adapter may take a while to listen. */
    void awaken(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();
        mustFollow(job, () -> store.jobs().delete(job));
        forget();
    }

    /** Fails unless this tells of the job. What was done before does not count. */
    void mustFollow(JobId job, Runnable change) {
        forget();
        change.run();
        assertThat(next(SOON)).as("told within %s", SOON).isEqualTo(job);
    }

    /** Fails when anything is told within this time. */
    void mustBeNoneWithin(Duration patience) {
        assertThat(next(patience)).as("told, though there was no commit").isNull();
    }

    /** Waits until it is quiet. */
    void forget() {
        while (next(QUIET) != null) {
            told.clear();
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    private @Nullable JobId next(Duration wait) {
        try {
            return told.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting to be told", interrupted);
        }
    }
}
