package dev.reelstore.fire.network;

import dev.reelstore.fire.campaign.Pipeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that wait for an answer nearly all the time, without repeats, and measure how long it or a failure takes. */
final class Probe implements AutoCloseable {

    private final Pipeline pipeline;
    private final AtomicLong longest = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    Probe(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    Probe start() {
        for (int i = 0; i < 2; i++) {
            Thread thread = new Thread(this::ask, "probe-" + i);
            thread.start();
            threads.add(thread);
        }
        return this;
    }

    private void ask() {
        while (!ended) {
            long begin = System.nanoTime();
            pipeline.ledger().told(() -> pipeline.persistence().tables().execute("SELECT pg_sleep(0.3)"));
            longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The longest since it was last asked for. */
    Duration takeLongest() {
        return Duration.ofNanos(longest.getAndSet(0));
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
