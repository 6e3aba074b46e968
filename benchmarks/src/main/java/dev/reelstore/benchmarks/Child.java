package dev.reelstore.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Another process, told and heard in lines. It lives no longer than this one: its input ends when this process does, and it is
 * killed where this process is told to end. {@link Orders} is its side. For one thread at a time.
 */
public final class Child implements AutoCloseable {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
    private static final long LIMIT_SECONDS = 300;
    private static final long END_WITHIN_SECONDS = 10;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final String name;
    private final BufferedWriter orders;

    /** A line each; empty at the end of its output. */
    private final LinkedBlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();

    private Child(Process process, String name) {
        this.process = process;
        this.name = name;
        this.orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        Thread ear = new Thread(this::listen, "bench-child-" + name);
        ear.setDaemon(true);
        ear.start();
    }

    /** Starts a command in this directory; what it says to its standard error is said to ours. */
    public static Child start(Path directory, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        RUNNING.add(process);
        process.onExit().thenAccept(RUNNING::remove);
        return new Child(process, command.get(command.size() > 1 ? 1 : 0));
    }

    /** Starts the main method of this class in a JVM with this heap, such as {@code 1g}, on the class path of this one. */
    public static Child jvm(Class<?> main, String heap, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return start(Path.of("."), command);
    }

    /** All that a command says until it ends of itself, which must be without an error. */
    public static String output(Path directory, List<String> command) throws IOException, InterruptedException {
        try (Child child = start(directory, command)) {
            StringBuilder said = new StringBuilder();
            for (Optional<String> line = child.next(); line.isPresent(); line = child.next()) {
                said.append(line.get()).append('\n');
            }
            int status = child.process.waitFor();
            if (status != 0) {
                throw new IOException(command.get(0) + " ended with " + status + ": " + said);
            }
            return said.toString();
        }
    }

    /** Says this to it. */
    public void tell(String line) throws IOException {
        orders.write(line);
        orders.newLine();
        orders.flush();
    }

    /** The next line that it says. */
    public String hear() throws IOException, InterruptedException {
        return next().orElseThrow(() -> new IOException(name + " ended before it was told to"));
    }

    /** Waits for this line, which must be the next. */
    public void await(String expected) throws IOException, InterruptedException {
        String line = hear();
        if (!line.equals(expected)) {
            throw new IOException(name + " said '" + line + "' and not '" + expected + "'");
        }
    }

    /** Ends it, by the end of its input or by force. */
    @Override
    public void close() throws IOException {
        try {
            orders.close();
            process.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private Optional<String> next() throws IOException, InterruptedException {
        Optional<String> line = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new IOException(name + " said nothing for " + LIMIT_SECONDS + " s");
        }
        return line;
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(Optional.of(line));
            }
        } catch (IOException gone) {
            // said below
        }
        heard.add(Optional.empty());
    }
}
