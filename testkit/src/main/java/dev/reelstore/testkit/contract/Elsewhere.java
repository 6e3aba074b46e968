package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** A call that runs on a thread of its own. */
final class Elsewhere<T> {

    /** Nothing in a test may take longer; generous, since it only bounds how long a defect can hang. */
    static final Duration DEADLINE = Duration.ofSeconds(60);

    private final CountDownLatch running = new CountDownLatch(1);
    private final FutureTask<T> task;
    private final Thread thread;

    private Elsewhere(Callable<T> call) {
        task = new FutureTask<>(() -> {
            running.countDown();
            return call.call();
        });
        thread = new Thread(task, "contract-elsewhere");
        thread.setDaemon(true);
    }

    /** A call that {@link #start()} starts. */
    static <T> Elsewhere<T> of(Callable<T> call) {
        return new Elsewhere<>(call);
    }

    /** A call that has started. */
    static <T> Elsewhere<T> start(Callable<T> call) {
        Elsewhere<T> elsewhere = of(call);
        elsewhere.start();
        return elsewhere;
    }

    void start() {
        thread.start();
    }

    /** Runs the call to its end and answers what it answers; what it throws comes out as the same object. */
    static <T> T call(Callable<T> call) {
        return start(call).answer();
    }

    /** Waits for the end and answers what the call answered; what it threw comes out as the same object. */
    T answer() {
        try {
            return task.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw Elsewhere.<RuntimeException>same(Objects.requireNonNull(failed.getCause()));
        } catch (TimeoutException late) {
            String stack = Arrays.stream(thread.getStackTrace())
                    .map(frame -> "\n    at " + frame)
                    .collect(Collectors.joining());
            thread.interrupt();
            throw new AssertionError("a call on another thread has not ended within " + DEADLINE + stack, late);
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for another thread", interrupted);
        }
    }

    /**
     * Fails when the call ends within this time, counted from its begin: it has to wait for something that the caller
     * holds.
     */
    void mustStillWaitAfter(Duration patience) {
        try {
            if (!running.await(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                fail("a call on another thread has not begun within %s", DEADLINE);
            }
            T answer = task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            fail("expected the call to wait, but it answered %s", answer);
        } catch (ExecutionException failed) {
            throw new AssertionError("expected the call to wait, but it failed", failed.getCause());
        } catch (TimeoutException waits) {
            // as it should
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while watching another thread", interrupted);
        }
    }

    /** Waits for the end, but not longer than this. */
    void mayEndWithin(Duration patience) {
        try {
            task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException either) {
            // answer() says which
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while watching another thread", interrupted);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E same(Throwable failure) throws E {
        throw (E) failure;
    }
}
