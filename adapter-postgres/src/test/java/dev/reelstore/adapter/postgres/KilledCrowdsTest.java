package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.testkit.history.Crowd;
import dev.reelstore.testkit.history.History;
import dev.reelstore.testkit.history.HistoryCheck;
import dev.reelstore.testkit.history.HistoryRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crowds in processes of their own, killed at any moment: what all of them wrote down is still one legal history. */
@Tag("fire")
final class KilledCrowdsTest {

    private static final int AT_ONCE = 3;

    @TempDir
    private Path folder;

    private final List<Path> files = new ArrayList<>();
    private final Deque<Process> alive = new ArrayDeque<>();

    @AfterEach
    void killAll() throws InterruptedException {
        while (!alive.isEmpty()) {
            killOldest();
        }
    }

    @Test
    void someOrderExplainsWhatProcessesWereAnsweredUntilTheyWereKilled() throws Exception {
        long seed = Long.getLong("history.seed", System.nanoTime() & 0xFFFFFF);
        int kills = Integer.getInteger("history.kills", 4);
        System.out.println("killed crowds: seed " + seed + ", " + kills + " kills");
        TestStore.clear();
        Random random = new Random(seed);
        while (files.size() < AT_ONCE) {
            start(seed);
        }
        for (int kill = 0; kill < kills; kill++) {
            awaitWork(files.get(kill));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(700));
            killOldest();
            start(seed);
        }
        awaitWork(files.get(files.size() - 1));
        killAll();

        History history = History.read(files);
        HistoryCheck check = HistoryCheck.of(history);
        long unknown = history.operations().stream()
                .filter(operation -> operation.answer() == null)
                .count();
        System.out.println("killed crowds: " + check + ", " + unknown + " unknown outcomes");
        check.requireLegal();
        assertThat(check.operations()).isGreaterThan(500);
        assertThat(unknown).isPositive();
    }

    private void start(long seed) throws IOException {
        String name = "crowd-" + files.size();
        Path file = folder.resolve(name);
        files.add(file);
        alive.add(ChildProcess.start(Member.class, file.toString(), name, Long.toString(seed + files.size())));
    }

    private static void awaitWork(Path file) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> file.toFile().length() > 50_000);
    }

    private void killOldest() throws InterruptedException {
        Process process = alive.remove();
        process.destroyForcibly();
        process.waitFor();
    }

    /** A process with a crowd in it, which goes on until it is killed. */
    static final class Member {

        private Member() {}

        public static void main(String[] arguments) throws IOException {
            try (Persistence store = PostgresPersistence.open(TestStore.settings());
                    HistoryRecorder recorder = HistoryRecorder.writingTo(Path.of(arguments[0]), arguments[1])) {
                new Crowd(Long.parseLong(arguments[2]), 4, Integer.MAX_VALUE, Duration.ofMillis(300))
                        .join(recorder.recording(store));
            }
        }
    }
}
