package dev.reelstore.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * What a command holds and must give back, also when a signal ends it: closed in the reverse order of its opening.
 *
 * <p>Safe from any thread. A signal waits for what is just being opened, and closes that too.
 */
final class Resources implements AutoCloseable {

    private static volatile boolean ending;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private volatile Runnable farewell = () -> {};

    private Resources() {}

    /** Those of a command of this process; a signal that ends the process closes them first. */
    static Resources ofThisProcess() {
        Resources resources = new Resources();
        Runtime.getRuntime().addShutdownHook(new Thread(resources::end, "reelstore-end"));
        return resources;
    }

    /** Opens something that is closed before all that was opened earlier. */
    <T extends AutoCloseable> T open(Supplier<T> opening) {
        holdIfEnding();
        T opened;
        synchronized (this) {
            opened = opening.get();
            open.push(opened);
        }
        holdIfEnding();
        return opened;
    }

    /** Does this first when a signal ends the process while something is open. */
    void atSignal(Runnable words) {
        farewell = words;
    }

    /** Does not return when a signal is ending the process: what a thread meets from then on is not worth telling. */
    static void holdIfEnding() {
        while (ending) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException notYet) {
                // The process ends in any case.
            }
        }
    }

    private void end() {
        ending = true;
        // What libraries log about things that vanish under them is of no use to anybody.
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        synchronized (this) {
            if (!open.isEmpty()) {
                farewell.run();
                close();
            }
        }
    }

    /** Closes all, each whatever became of the others, and throws the first failure. */
    @Override
    public synchronized void close() {
        RuntimeException first = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
            } catch (Exception failure) {
                first = first == null ? new IllegalStateException(failure) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
