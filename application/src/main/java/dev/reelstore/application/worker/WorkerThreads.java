package dev.reelstore.application.worker;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a worker, all named after its queue. */
final class WorkerThreads {

    private static final long IDLE_SECONDS = 10;

    private WorkerThreads() {}

    static String prefix(String queue) {
        return "reelstore-worker-" + queue + "-";
    }

    /** Runs handlers, so many at once; what is beyond waits in its queue. */
    static ExecutorService handlers(String queue, WorkerSettings settings) {
        ThreadFactory factory = switch (settings.threads()) {
            case PLATFORM -> daemons(prefix(queue));
            case VIRTUAL -> VirtualThreads.named(prefix(queue));
        };
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                settings.concurrency(),
                settings.concurrency(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                factory);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Runs what may block for long beside everything else: callbacks of handlers, and the end of attempts in time-out. */
    static ExecutorService aside(String queue) {
        return Executors.newCachedThreadPool(daemons(prefix(queue) + "aside-"));
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
