package dev.reelstore.application.worker;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.value.Check;
import java.time.Duration;

/**
 * How a worker works. Made from {@link #DEFAULT} with withers.
 *
 * @param concurrency how many handlers run at once, 1 to 1000
 * @param prefetch how many jobs are claimed beyond that and wait in this process, 0 to 1000; for handlers that take
 *     milliseconds
 * @param threads on what kind of threads handlers run
 * @param lease for how long claims hold without a heartbeat; a dead worker's jobs are free after that
 * @param heartbeat how often the lease is renewed and lost claims are noticed; shorter than the lease
 * @param pollMin the wait between polls while there is work
 * @param pollMax the longest wait between polls, reached step by step while there is none
 * @param rescue how often dead workers' jobs are looked for, at most; each wait is drawn between half of it and all
 * @param patience for how long a handler's settlement waits for a store that is away, before its attempt is given up
 */
public record WorkerSettings(
        int concurrency,
        int prefetch,
        ThreadKind threads,
        Duration lease,
        Duration heartbeat,
        Duration pollMin,
        Duration pollMax,
        Duration rescue,
        Duration patience) {

    /**
     * As many platform threads as processors, no prefetch, lease 20 s, heartbeat 5 s, polls 0.1 to 2 s apart, rescue
     * every 5 s, patience 10 minutes. So a dead worker's jobs are taken up within 30 s.
     */
    public static final WorkerSettings DEFAULT = new WorkerSettings(
            Math.min(1_000, Runtime.getRuntime().availableProcessors()),
            0,
            ThreadKind.PLATFORM,
            ClaimRequest.DEFAULT_LEASE,
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMinutes(10));

    /** @throws InvalidDataException when a value is out of its range, or virtual threads are asked for before JDK 21 */
    public WorkerSettings {
        Check.range("concurrency", concurrency, 1, 1_000);
        Check.range("prefetch", prefetch, 0, 1_000);
        Check.present("threads", threads);
        lease = Check.positive("lease", lease);
        heartbeat = Check.positive("heartbeat", heartbeat);
        pollMin = Check.positive("pollMin", pollMin);
        pollMax = Check.positive("pollMax", pollMax);
        rescue = Check.positive("rescue", rescue);
        patience = Check.duration("patience", patience);
        if (heartbeat.compareTo(lease) >= 0) {
            throw new InvalidDataException(
                    "heartbeat is " + heartbeat + ": it must be shorter than the lease of " + lease
                            + ", better a quarter of it",
                    null);
        }
        if (pollMin.compareTo(pollMax) > 0) {
            throw new InvalidDataException(
                    "pollMin is " + pollMin + ": it must not be longer than pollMax, " + pollMax, null);
        }
        if (threads == ThreadKind.VIRTUAL) {
            VirtualThreads.require();
        }
    }

    /** The same with this many handlers at once. */
    public WorkerSettings concurrency(int value) {
        return new WorkerSettings(value, prefetch, threads, lease, heartbeat, pollMin, pollMax, rescue, patience);
    }

    /** The same with this many jobs claimed ahead. */
    public WorkerSettings prefetch(int value) {
        return new WorkerSettings(concurrency, value, threads, lease, heartbeat, pollMin, pollMax, rescue, patience);
    }

    /** The same with handlers on threads of this kind. */
    public WorkerSettings threads(ThreadKind value) {
        return new WorkerSettings(concurrency, prefetch, value, lease, heartbeat, pollMin, pollMax, rescue, patience);
    }

    /** The same with this lease and a heartbeat at every quarter of it. */
    public WorkerSettings lease(Duration value) {
        return lease(value, value.dividedBy(4));
    }

    /** The same with this lease and this heartbeat. */
    public WorkerSettings lease(Duration value, Duration beat) {
        return new WorkerSettings(concurrency, prefetch, threads, value, beat, pollMin, pollMax, rescue, patience);
    }

    /** The same with polls that are so far apart. */
    public WorkerSettings poll(Duration min, Duration max) {
        return new WorkerSettings(concurrency, prefetch, threads, lease, heartbeat, min, max, rescue, patience);
    }

    /** The same, looking for dead workers' jobs this often. */
    public WorkerSettings rescue(Duration value) {
        return new WorkerSettings(concurrency, prefetch, threads, lease, heartbeat, pollMin, pollMax, value, patience);
    }

    /** The same, waiting this long for a store that is away. */
    public WorkerSettings patience(Duration value) {
        return new WorkerSettings(concurrency, prefetch, threads, lease, heartbeat, pollMin, pollMax, rescue, value);
    }
}
