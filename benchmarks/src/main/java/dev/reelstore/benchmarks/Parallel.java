package dev.reelstore.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Many threads that do the same, timed from their common begin to the end of the last. */
public final class Parallel {

    /** What one of them does. */
    @FunctionalInterface
    public interface Task {

        /** Does it. */
        void run(int thread) throws Exception;
    }

    private Parallel() {}

    /** Seconds that it took. */
    public static double seconds(int threads, Task task) throws Exception {
        CountDownLatch ready = new CountDownLatch(threads);
        CountDownLatch go = new CountDownLatch(1);
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            FutureTask<Boolean> one = new FutureTask<>(() -> {
                ready.countDown();
                go.await();
                task.run(number);
                return true;
            });
            tasks.add(one);
            Thread thread = new Thread(one, "bench-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        ready.await();
        long begin = System.nanoTime();
        go.countDown();
        for (FutureTask<Boolean> one : tasks) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof Exception cause) {
                    throw cause;
                }
                throw failed;
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
