package dev.reelstore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real command in a process of its own, with its output in files. */
final class Command {

    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Path out;
    private final Path err;

    private Command(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts it in this directory, in which it also has its store. */
    static Command start(Path directory, Object... arguments) throws IOException {
        return start(directory, Map.of(), arguments);
    }

    /** With these in its environment, too. */
    static Command start(Path directory, Map<String, String> more, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(resettingSignals());
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReelstoreCommand.class.getName()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        Path out = Files.createTempFile(directory, ".out", "");
        Path err = Files.createTempFile(directory, ".err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("LC_ALL", "C.UTF-8");
        environment.remove("REELSTORE_PASSWORD");
        environment.putAll(more);
        return new Command(builder.start(), out, err);
    }

    /** Runs it to its end. */
    static Command run(Path directory, Object... arguments) throws Exception {
        Command command = start(directory, arguments);
        command.await();
        return command;
    }

    /** What started us may ignore Ctrl-C, and children inherit that. */
    private static List<String> resettingSignals() throws IOException {
        try {
            Process trial = new ProcessBuilder("env", "--default-signal=INT", "true").start();
            return trial.waitFor() == 0 ? List.of("env", "--default-signal=INT") : List.of();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Command await() throws IOException, InterruptedException {
        if (!process.waitFor(100, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the command does not end; it said " + err());
        }
        return this;
    }

    void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits until it has said this on its error output. */
    Command awaitWords(String words) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!err().contains(words)) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("the command did not say '" + words + "' but " + err());
            }
            Thread.sleep(50);
        }
        return this;
    }

    int status() {
        return process.exitValue();
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    /** What it printed, each line an object. */
    List<JsonNode> json() throws IOException {
        return Files.readAllLines(out).stream().map(JSON::readTree).toList();
    }
}
