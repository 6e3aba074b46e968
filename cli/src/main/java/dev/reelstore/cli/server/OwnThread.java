package dev.reelstore.cli.server;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs work in a thread that nobody else knows, so that nobody can interrupt it.
 *
 * <p>Java closes a file channel on which an interrupted thread works, and with it would go the locks that tell other
 * processes that the server is in use.
 */
final class OwnThread {
    private OwnThread() {}

    /** Waits for the end of the work whatever happens; an interrupt in the meantime is kept for the caller. */
    static <T> T call(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "reelstore-server");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
