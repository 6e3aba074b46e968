package dev.reelstore.testkit.history;

import dev.reelstore.domain.Persistence;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes down what is done to jobs, and when: create, claim, heartbeat, progress, settlements, rescue, retire, cancel,
 * retry, delete, and reads of single jobs. Safe from any thread; it adds a few microseconds to a call.
 */
public final class HistoryRecorder implements AutoCloseable {

    private final String process;
    private final Consumer<Event> sink;
    private final Closing end;
    private final Queue<Event> kept = new ConcurrentLinkedQueue<>();
    private final AtomicLong numbers = new AtomicLong();

    private HistoryRecorder(String process) {
        this.process = process;
        this.sink = kept::add;
        this.end = () -> {};
    }

    private HistoryRecorder(String process, FileOutputStream file) {
        this.process = process;
        this.sink = event -> write(file, event);
        this.end = file::close;
    }

    /**
     * A recorder that keeps its history in memory.
     *
     * @param process its name, other than those of the recorders whose histories are put together with this one
     */
    public static HistoryRecorder inMemory(String process) {
        return new HistoryRecorder(process);
    }

    /**
     * A recorder that writes each event to a new file before it goes on, so that nothing is lost when its process is
     * killed. {@link History#read} reads it.
     *
     * @param process its name, as for {@link #inMemory}
     * @throws IOException when the file cannot be made or is there already
     */
    public static HistoryRecorder writingTo(Path file, String process) throws IOException {
        if (!file.toFile().createNewFile()) {
            throw new FileAlreadyExistsException(file.toString());
        }
        // Not a channel, which an interrupted thread would close.
        return new HistoryRecorder(process, new FileOutputStream(file.toFile()));
    }

    /**
     * The same store, recorded. What is done in a unit of work counts as done when the unit is committed. Under a façade
     * each try of a unit is recorded as its own: give the façade what is answered here.
     */
    public Persistence recording(Persistence store) {
        return new RecordingPersistence(store, this);
    }

    /** What was recorded in memory until now; calls under way have an unknown outcome. */
    public History history() {
        return History.of(List.copyOf(kept));
    }

    /** Closes the file, if there is one. */
    @Override
    public void close() throws IOException {
        end.close();
    }

    long invoked(long nanos, Call call) {
        long number = numbers.incrementAndGet();
        sink.accept(new Event.Invoked(process, number, Thread.currentThread().getName(), nanos, call));
        return number;
    }

    void returned(long number, long nanos, Answer answer) {
        sink.accept(new Event.Returned(process, number, nanos, answer));
    }

    void undone(long number) {
        returned(number, System.nanoTime(), new Answer.Undone());
    }

    private static void write(FileOutputStream file, Event event) {
        byte[] line = (Tokens.write(Event.class, (Record) event) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            synchronized (file) {
                file.write(line);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("a history cannot be written", broken);
        }
    }

    @FunctionalInterface
    private interface Closing {

        void close() throws IOException;
    }
}
