package dev.reelstore.cli.media;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * FFmpeg at work on one file, in a thread of its own.
 *
 * <p>All methods may be called from any thread, and repeatedly. When {@link #await} has returned or thrown, FFmpeg has
 * ended and nothing of an unfinished file is left.
 *
 * @param <T> what it answers
 */
public final class MediaTask<T> {

    private final FfmpegSession session;
    private final FutureTask<T> future;

    private MediaTask(FfmpegSession session, Callable<T> work) {
        this.session = session;
        this.future = new FutureTask<>(work);
    }

    static <T> MediaTask<T> start(String name, FfmpegSession session, Callable<T> work) {
        MediaTask<T> task = new MediaTask<>(session, work);
        Thread thread = new Thread(task.future, name);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /**
     * Waits for the end; a thread that is interrupted meanwhile ends the work.
     *
     * @return what the work was for
     * @throws MediaStoppedException when {@link #destroy} or a signal ended it
     * @throws MediaException when the file or the machine is to blame; the message is the reason
     */
    public T await() {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** As {@link #await()}, but destroys the work when it takes longer than this. */
    T await(Duration longest) {
        try {
            return future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            destroy();
            throw new MediaException("FFmpeg gave no answer within " + longest.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private MediaStoppedException interrupted() {
        destroy();
        Thread.currentThread().interrupt();
        return new MediaStoppedException("the thread that waited for FFmpeg was interrupted");
    }

    private static RuntimeException unwrapped(@Nullable Throwable cause) {
        if (cause instanceof MediaStoppedException) {
            return new MediaStoppedException(String.valueOf(cause.getMessage()));
        }
        if (cause instanceof MediaException || cause instanceof IOException) {
            return new MediaException(String.valueOf(cause.getMessage()), cause);
        }
        return new IllegalStateException("FFmpeg could not be run", cause);
    }

    /** Kills FFmpeg without waiting for its end; does nothing when it has ended. */
    public void destroy() {
        session.stop();
    }
}
