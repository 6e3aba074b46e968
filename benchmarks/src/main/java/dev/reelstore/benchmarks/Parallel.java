package dev.reelstore.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many threads that do the same, timed from their common begin to the end of the last. */
public final class Parallel {

    /** What one of them does. */
    @FunctionalInterface
    public interface Task {

        /** Does it. */
        void run(int thread) throws Exception;
    }

    private Parallel() {}

    /** Seconds that it took; where one fails, the others are interrupted and its failure comes out at once. */
    public static double seconds(int threads, Task task) throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(threads, Parallel::daemon);
        try {
            CountDownLatch ready = new CountDownLatch(threads);
            CountDownLatch go = new CountDownLatch(1);
            ExecutorCompletionService<Boolean> ended = new ExecutorCompletionService<>(all);
            for (int i = 0; i < threads; i++) {
                int number = i;
                ended.submit(() -> {
                    ready.countDown();
                    go.await();
                    task.run(number);
                    return true;
                });
            }
            ready.await();
            long begin = System.nanoTime();
            go.countDown();
            for (int i = 0; i < threads; i++) {
                ended.take().get();
            }
            return (System.nanoTime() - begin) / 1e9;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        } finally {
            all.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "bench");
        thread.setDaemon(true);
        return thread;
    }
}
