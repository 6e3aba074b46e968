package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM on the class path of this one, and on its database server where no other is named. */
final class ChildProcess {

    private static final long PATIENCE_SECONDS = 60;

    private ChildProcess() {}

    static Process start(Class<?> main, String... arguments) throws IOException {
        return start(TestDatabase.get(), main, arguments);
    }

    /** With another server. */
    static Process start(TestDatabase server, Class<?> main, String... arguments) throws IOException {
        return start(server, "-Xshare:auto", main, arguments);
    }

    /** With so much heap. */
    static Process startWithin(String heap, Class<?> main, String... arguments) throws IOException {
        return start(TestDatabase.get(), "-Xmx" + heap, main, arguments);
    }

    private static Process start(TestDatabase server, String option, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-XX:TieredStopAtLevel=1",
                "-Dreelstore.test.url=" + server.url(),
                "-Dreelstore.test.user=" + server.user(),
                "-Dreelstore.test.password=" + server.password(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** What it printed, without what the test database says of itself; fails when it does not end well and soon. */
    static List<String> output(Process process) throws IOException, InterruptedException {
        try {
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("Test database: "))
                    .toList();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("the other process did not end well: " + lines);
            }
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }
}
