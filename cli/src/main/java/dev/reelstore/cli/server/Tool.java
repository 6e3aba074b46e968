package dev.reelstore.cli.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a program that ends soon, in a clean environment, and keeps what it prints.
 *
 * <p>The environment is ours because PostgreSQL's programs heed many variables ({@code PGDATA}, {@code PGOPTIONS},
 * {@code LC_ALL} …) that were set for another server.
 */
final class Tool {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C", "TZ", "UTC");

    private static final int QUOTED_LINES = 4;

    private Tool() {}

    /** What became of a program: its exit status and what it printed to both streams. */
    record Result(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }

        /** The end of the output, where programs say what went wrong. */
        String lastLines() {
            List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size()));
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param directory where it runs; the user that it runs as must be able to enter it
     * @throws EmbeddedServerException if it cannot be started or does not end within the deadline, at which it is
     *     killed
     */
    static Result run(List<String> command, Path directory, Duration deadline) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        try {
            return await(builder.start(), command, deadline);
        } catch (IOException e) {
            throw new EmbeddedServerException("cannot run " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    private static Result await(Process process, List<String> command, Duration deadline) {
        CompletableFuture<String> output = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process.getInputStream(), output), "reelstore-server-output");
        reader.setDaemon(true);
        reader.start();
        try {
            if (process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Result(
                        process.exitValue(), output.get(5, TimeUnit.SECONDS).strip());
            }
            process.destroyForcibly();
            throw new EmbeddedServerException(String.join(" ", command) + " did not end within " + deadline.toSeconds()
                    + " s and was killed; is the machine or its disk overloaded?");
        } catch (InterruptedException e) {
            throw new IllegalStateException("a thread of our own was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new EmbeddedServerException("cannot read the output of " + command.get(0) + ": " + e, e);
        }
    }

    private static void read(InputStream stream, CompletableFuture<String> output) {
        try (stream) {
            output.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            output.completeExceptionally(new UncheckedIOException(e));
        }
    }
}
