package dev.reelstore.cli.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The FFmpeg runs that one piece of work needs, one after the other, and the way to stop them.
 *
 * <p>{@link #run} belongs to one thread; {@link #stop} may be called from any, also before the first run.
 */
final class FfmpegSession {

    private final Path executable;
    private @Nullable FfmpegProcess running;
    private boolean stopped;

    FfmpegSession(Path executable) {
        this.executable = executable;
    }

    /**
     * Runs FFmpeg to its end.
     *
     * @param output gets the lines of standard output, in the calling thread
     * @param errors gets those of the error output, in another thread, which has ended when this returns
     * @return the exit status
     * @throws MediaStoppedException when it was stopped, or got a signal to end
     */
    int run(List<String> arguments, Consumer<String> output, Consumer<String> errors) throws IOException {
        FfmpegProcess process = begin(arguments);
        boolean[] interrupted = {false};
        try {
            Thread reader = new Thread(
                    () -> {
                        try {
                            BoundedLines.forEach(process.errors(), line -> {
                                interrupted[0] |= line.contains("Exiting normally, received signal");
                                errors.accept(line);
                            });
                        } catch (IOException closed) {
                            // What was read until then has to do; the exit status decides.
                        }
                    },
                    "ffmpeg-errors");
            reader.setDaemon(true);
            reader.start();
            BoundedLines.forEach(process.output(), output);
            int status = process.await();
            reader.join();
            if (isStopped() || interrupted[0]) {
                throw new MediaStoppedException("FFmpeg was stopped");
            }
            return status;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaStoppedException("the thread that waited for FFmpeg was interrupted");
        } catch (IOException e) {
            if (isStopped()) {
                throw new MediaStoppedException("FFmpeg was stopped");
            }
            throw e;
        } finally {
            process.kill();
            end();
        }
    }

    private synchronized FfmpegProcess begin(List<String> arguments) throws IOException {
        if (stopped) {
            throw new MediaStoppedException("FFmpeg was stopped before it began");
        }
        FfmpegProcess process = FfmpegProcess.start(executable, arguments);
        running = process;
        return process;
    }

    private synchronized void end() {
        running = null;
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /** Kills what runs, and lets nothing more begin. */
    synchronized void stop() {
        stopped = true;
        if (running != null) {
            running.kill();
        }
    }
}
