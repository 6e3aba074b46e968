package dev.reelstore.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs scripts with the node that is on the path, if there is one; all paths are below where the command starts: the root. */
final class Node {

    private static final Path SOURCES = Path.of("benchmarks", "src", "main", "node");
    private static final Path HOME = Path.of("benchmarks", "target", "node");
    private static final String LOCK = "package-lock.json";
    private static final long LIMIT_MINUTES = 5;

    /** Looked for once, at the first use: whoever runs without these contestants does not wait for npm. */
    private static final class Found {

        static final boolean READY = ready();
    }

    private Node() {}

    /** Whether there is one, with all packages installed. */
    static boolean present() {
        return Found.READY;
    }

    /** What a script prints. */
    static String run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return said(command);
    }

    private static boolean ready() {
        try {
            Files.createDirectories(HOME);
            said(List.of("node", "--version"));
            install();
            return true;
        } catch (IOException absent) {
            System.err.println("graphile-worker and pg-boss are left out: " + absent.getMessage());
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void install() throws IOException, InterruptedException {
        Path installed = HOME.resolve("node_modules").resolve(".package-lock.json");
        boolean current = Files.exists(installed)
                && Files.exists(HOME.resolve(LOCK))
                && Files.mismatch(SOURCES.resolve(LOCK), HOME.resolve(LOCK)) < 0;
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Files.copy(file, HOME.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!current) {
            said(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
        }
    }

    private static String said(List<String> command) throws IOException, InterruptedException {
        // its input ends when this process does, and then it ends, too
        Process child = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            // the few lines that it prints fit into the pipe
            if (!child.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(command.get(0) + " did not end within " + LIMIT_MINUTES + " minutes");
            }
            try (InputStream output = child.getInputStream()) {
                String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
                if (child.exitValue() != 0) {
                    throw new IOException(command.get(0) + " ended with " + child.exitValue() + ": " + said);
                }
                return said;
            }
        } finally {
            child.destroyForcibly();
        }
    }
}
