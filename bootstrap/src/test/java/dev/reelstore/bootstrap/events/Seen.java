package dev.reelstore.bootstrap.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.application.events.JobObserver;
import dev.reelstore.application.events.JobUpdate;
import dev.reelstore.domain.job.JobId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An observer that keeps what it is told. */
final class Seen implements JobObserver {

    private static final long SOON_SECONDS = 10;

    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

    @Override
    public void updated(JobUpdate update) {
        told.add(update);
    }

    @Override
    public void deleted(JobId job) {
        told.add(job);
    }

    /** The next update, which must come soon. */
    JobUpdate next() throws InterruptedException {
        Object next = told.poll(SOON_SECONDS, TimeUnit.SECONDS);
        assertThat(next).isInstanceOf(JobUpdate.class);
        return (JobUpdate) next;
    }

    /** The next must be, soon, that this job was deleted. */
    void mustBeDeleted(JobId job) throws InterruptedException {
        assertThat(told.poll(SOON_SECONDS, TimeUnit.SECONDS)).isEqualTo(job);
    }

    /** All that was told by now. */
    List<Object> all() {
        List<Object> all = new ArrayList<>();
        told.drainTo(all);
        return all;
    }
}
