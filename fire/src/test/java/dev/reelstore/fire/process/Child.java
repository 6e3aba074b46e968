package dev.reelstore.fire.process;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Another process: what it says, line by line, what it is told, and real signals. Killed when it is closed. */
final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final PrintStream input;
    private final List<String> said = new ArrayList<>();
    private boolean silent;

    /** @param log where its error output goes */
    Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (var lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            lines.forEach(this::heard);
        } catch (UncheckedIOException cut) {
            // It was killed in the middle of a line.
        } finally {
            synchronized (this) {
                silent = true;
                notifyAll();
            }
        }
    }

    private synchronized void heard(String line) {
        said.add(line);
        notifyAll();
    }

    long pid() {
        return process.pid();
    }

    /** What it has said so far that begins so, without that. */
    synchronized List<String> said(String beginning) {
        return said.stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()).strip())
                .toList();
    }

    /** What follows this on the first line that begins with it; fails when no line does in time. */
    String await(String beginning) {
        return await(beginning, PATIENCE);
    }

    String await(String beginning, Duration atMost) {
        return awaitLine(line -> line.startsWith(beginning), atMost)
                .orElseThrow(() -> new AssertionError(this + " did not say '" + beginning + "' within " + atMost
                        + ", but " + said("") + "; its errors are in " + log.toAbsolutePath()))
                .substring(beginning.length())
                .strip();
    }

    private synchronized Optional<String> awaitLine(Predicate<String> wanted, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        int next = 0;
        while (true) {
            for (; next < said.size(); next++) {
                if (wanted.test(said.get(next))) {
                    return Optional.of(said.get(next));
                }
            }
            long left = deadline - System.nanoTime();
            if (silent || left <= 0) {
                return Optional.empty();
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException stop) {
                throw new AssertionError(stop);
            }
        }
    }

    void tell(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        input.println(line);
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new AssertionError("cannot send " + name + " to " + this);
            }
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** SIGKILL; by its handle, because the process itself would close the pipes on our side as well. */
    void kill() {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits until it ends by itself; its exit status. */
    int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(this + " does not end; its errors are in " + log.toAbsolutePath());
            }
            return process.exitValue();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /** What it wrote to its error output. */
    String errors() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Ends it, in its own time where it listens to us. */
    @Override
    public void close() {
        input.close();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    @Override
    public String toString() {
        return "process " + process.pid();
    }
}
