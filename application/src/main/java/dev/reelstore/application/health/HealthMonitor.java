package dev.reelstore.application.health;

import dev.reelstore.domain.Health;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks a store time and again whether its pool is healthy: one daemon thread for all who want to know, and none before
 * somebody does. Safe from any thread.
 */
public final class HealthMonitor implements AutoCloseable {

    private final Health health;
    private final Set<HealthWatch> watches = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService thread;
    private boolean closed;

    /** Of this store; nothing is asked yet. */
    public HealthMonitor(Health health) {
        this.health = Check.present("health", health);
    }

    /**
     * Asks at once, and again so long after each answer.
     *
     * @param every at least 1 ms
     * @return ends it
     * @throws dev.reelstore.domain.failure.InvalidDataException when an argument is missing or out of its range
     * @throws IllegalStateException after {@link #close()}
     */
    public synchronized HealthWatch watch(Duration every, HealthListener listener) {
        Duration pause = Check.positive("every", every);
        Check.present("listener", listener);
        if (closed) {
            throw new IllegalStateException("the façade is closed: open another one to watch its store");
        }
        ScheduledExecutorService running = thread;
        if (running == null) {
            running = start();
            thread = running;
        }
        HealthWatch watch = new HealthWatch(health, listener, watches::remove);
        watches.add(watch);
        watch.endedBy(running.scheduleWithFixedDelay(watch::look, 0, pause.toNanos(), TimeUnit.NANOSECONDS));
        return watch;
    }

    private static ScheduledExecutorService start() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "reelstore-health");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** Ends all watches and the thread; no call of a listener begins after this. More than once is harmless. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (thread != null) {
                thread.shutdown();
            }
        }
        watches.forEach(HealthWatch::close);
    }
}
