package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Signals;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import java.util.UUID;

/** Hints by NOTIFY. Safe from any thread. */
final class PostgresSignals implements Signals, AutoCloseable {

    private final ConnectionSource source;
    private final Audience ofQueues;
    private final Audience ofJobs;

    PostgresSignals(ConnectionSource source) {
        this.source = source;
        this.ofQueues = new Audience(source, Channel::jobs);
        this.ofJobs = new Audience(source, Channel::events);
    }

    @Override
    public Subscription listen(String queue, Runnable wake) {
        source.requireOpen();
        Check.text("job queue", queue, 100);
        Check.present("wake", wake);
        return ofQueues.add(named -> {
            if (named == null || named.equals(queue)) {
                wake.run();
            }
        });
    }

    @Override
    public Subscription watch(JobListener listener) {
        source.requireOpen();
        Check.present("listener", listener);
        return ofJobs.add(id -> {
            if (id == null) {
                listener.missed();
            } else {
                listener.changed(new JobId(UUID.fromString(id)));
            }
        });
    }

    /** Ends all subscriptions and the threads. */
    @Override
    public void close() {
        ofQueues.close();
        ofJobs.close();
    }
}
