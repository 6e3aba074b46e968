package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Signals;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hints by NOTIFY, where there is a connection to hear them on. Safe from any thread. */
final class PostgresSignals implements Signals, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSignals.class);

    private final ConnectionSource source;
    private final AtomicBoolean told = new AtomicBoolean();
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
        if (deaf()) {
            return () -> {};
        }
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
        if (deaf()) {
            return () -> {};
        }
        return ofJobs.add(id -> {
            if (id == null) {
                listener.missed();
            } else {
                listener.changed(new JobId(UUID.fromString(id)));
            }
        });
    }

    /** Told to the log at the first subscription. */
    private boolean deaf() {
        if (!source.hears() && !told.getAndSet(true)) {
            LOG.warn(
                    "behind a pooler and without a direct URL nobody can listen: workers learn of new jobs, and watchers"
                            + " of changes, by polling alone");
        }
        return !source.hears();
    }

    /** Ends all subscriptions and the threads. */
    @Override
    public void close() {
        ofQueues.close();
        ofJobs.close();
    }
}
