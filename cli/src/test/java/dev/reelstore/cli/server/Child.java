package dev.reelstore.cli.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running {@link AttachedProcess}. */
record Child(Process process, BufferedReader output) implements AutoCloseable {
    static Child start(TestData data) throws IOException {
        return start(List.of(), data, data.directory());
    }

    static Child start(List<String> prefix, TestData data, Path directory) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AttachedProcess.class.getName(),
                directory.toString(),
                data.shelter().toString(),
                "SETPRIV,RUNUSER,UNSHARE"));
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        return new Child(process, process.inputReader());
    }

    /** Waits until it is attached. */
    String url() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** Lets it close and end in its own time. */
    void leave() throws IOException, InterruptedException {
        try (OutputStream input = process.getOutputStream()) {
            input.flush();
        }
        awaitEnd();
    }

    /** By its handle, because the process would close the pipes on our side as well. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    void terminate() throws InterruptedException {
        process.toHandle().destroy();
        awaitEnd();
    }

    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("process " + process.pid() + " does not end");
        }
    }

    @Override
    public void close() throws Exception {
        if (process.isAlive()) {
            leave();
        }
    }
}
