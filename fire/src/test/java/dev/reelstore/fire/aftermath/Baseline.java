package dev.reelstore.fire.aftermath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this process has at one moment of what a campaign may leave behind: threads, processes, open files and sockets.
 *
 * @param threads their names and numbers
 * @param processes ids of those that this one or its children started
 * @param open what is open, besides code
 */
public record Baseline(Set<String> threads, Set<Long> processes, Set<String> open) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Of the platform and the driver: they end by themselves when they have had nothing to do for a while. */
    private static final Predicate<String> TRANSIENT = Stream.of(
                    "process reaper",
                    "PostgreSQL-JDBC-",
                    "ForkJoinPool",
                    "Common-Cleaner",
                    "Attach Listener",
                    "awaitility",
                    "surefire",
                    "JUnit",
                    "junit",
                    "VirtualThread",
                    "Cleaner-",
                    "idle-connection-reaper")
            .map(name -> (Predicate<String>) thread -> thread.contains(name))
            .reduce(nothing -> false, Predicate::or);

    public static Baseline now() {
        warmUp();
        return new Baseline(liveThreads(), liveProcesses(), openFiles());
    }

    /** From its first socket on the platform keeps one to itself. */
    private static void warmUp() {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket guest = new Socket(door.getInetAddress(), door.getLocalPort())) {
            door.accept().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until nothing is there that was not there before. */
    public void awaitAgain() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Baseline now = now();
            assertThat(more(now.threads, threads)).as("threads left over").isEmpty();
            assertThat(more(now.processes, processes)).as("processes left over").isEmpty();
            assertThat(more(now.open, open)).as("files and sockets left open").isEmpty();
        });
    }

    private static <T> Set<T> more(Set<T> now, Set<T> before) {
        return now.stream().filter(thing -> !before.contains(thing)).collect(Collectors.toSet());
    }

    private static Set<String> liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName() + " #" + thread.getId())
                .filter(TRANSIENT.negate())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Long> liveProcesses() {
        return ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::pid)
                .filter(Baseline::runs)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What has ended and was not yet waited for by its parent is none. */
    private static boolean runs(long process) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            return status.charAt(status.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }

    private static Set<String> openFiles() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(Baseline::target)
                    .filter(file -> file.startsWith("socket:") || file.startsWith("/"))
                    .filter(file -> !file.matches("/(proc|dev|sys)/.*|.*\\.(jar|so|class|jsa)|.*/modules"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
