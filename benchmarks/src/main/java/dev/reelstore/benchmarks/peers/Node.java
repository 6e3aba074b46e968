package dev.reelstore.benchmarks.peers;

import dev.reelstore.benchmarks.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs scripts with the node that is on the path, if there is one; all paths are below where the command starts: the root. */
final class Node {

    private static final Path SOURCES = Path.of("benchmarks", "src", "main", "node");
    private static final Path HOME = Path.of("benchmarks", "target", "node");
    private static final String LOCK = "package-lock.json";

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
        return said(command(script, arguments));
    }

    /** Starts a script that takes orders. */
    static Child start(String script, String... arguments) throws IOException {
        return Child.start(HOME, command(script, arguments));
    }

    private static List<String> command(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return command;
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
        return Child.output(HOME, command);
    }
}
