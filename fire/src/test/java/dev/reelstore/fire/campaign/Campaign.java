package dev.reelstore.fire.campaign;

import dev.reelstore.fire.aftermath.Baseline;
import dev.reelstore.fire.aftermath.Captured;
import dev.reelstore.fire.aftermath.Writings;
import dev.reelstore.fire.server.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/**
 * One campaign: its seed and scale, its folder and what is opened in it, and its figures. What it does follows from the
 * seed as far as it is not decided by the timing of processes.
 *
 * <p>{@code reelstore.fire.seed} repeats one; {@code reelstore.fire.scale} multiplies its length, which is that of a push
 * to the repository where nothing is said. The figures are printed as one line and added to
 * {@code target/fire/<name>.json} as another; what was logged meanwhile is in {@code target/fire/<name>.log}, and what the
 * servers said beside it.
 */
public final class Campaign {

    /** From which scale on a campaign is a long run. */
    private static final double LONG = 10;

    private static final Path RESULTS = Path.of("target", "fire");

    private final String name;
    private final long seed = Long.getLong("reelstore.fire.seed", System.nanoTime() & 0xffff_ffffL);
    private final double scale = Double.parseDouble(System.getProperty("reelstore.fire.scale", "1"));
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Report report;
    private final Path folder;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Writings writings = new Writings();

    /** What a campaign does. */
    @FunctionalInterface
    public interface Body {

        void run(Campaign campaign) throws Exception;
    }

    private Campaign(String name) throws IOException {
        this.name = name;
        this.report = new Report(name, seed, scale);
        this.folder = Files.createTempDirectory("reelstore-fire");
    }

    /** Runs one, and demands that it leaves nothing behind. */
    public static void run(String name, Body body) throws Exception {
        Campaign campaign = new Campaign(name);
        Baseline before = Baseline.now();
        long begin = System.nanoTime();
        String outcome = "failed";
        System.out.println("campaign " + name + " begins, -Dreelstore.fire.seed=" + campaign.seed
                + " -Dreelstore.fire.scale=" + campaign.scale);
        try {
            campaign.fight(body);
            before.awaitAgain();
            outcome = "held";
        } catch (TestAbortedException skipped) {
            outcome = "skipped";
            throw skipped;
        } finally {
            long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            System.out.println("campaign " + campaign.report.text(outcome));
            Files.writeString(
                    RESULTS.resolve(name + ".json"),
                    campaign.report.json(outcome, millis) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private void fight(Body body) throws Exception {
        Path log = Files.createDirectories(RESULTS).resolve(name + ".log");
        Exception failure;
        try (Captured output = Captured.into(log)) {
            failure = attempt(() -> body.run(this), null);
            while (!open.isEmpty()) {
                failure = attempt(open.pop()::close, failure);
            }
        }
        writings.add(log);
        failure = attempt(writings::check, failure);
        failure = attempt(() -> writings.keepServerLogs(RESULTS, name), failure);
        failure = attempt(() -> FileTree.delete(folder), failure);
        if (failure != null) {
            throw failure;
        }
    }

    /** What came first, with all that followed from it. */
    private static @Nullable Exception attempt(Executable work, @Nullable Exception before) {
        try {
            work.execute();
            return before;
        } catch (Throwable failed) {
            if (before != null) {
                before.addSuppressed(failed);
                return before;
            }
            return failed instanceof Exception exception ? exception : new ExecutionException(failed);
        }
    }

    /** Closes this when the campaign is over, after all that came later. */
    public <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    /** A random generator of its own, for one thread. */
    public SplittableRandom random() {
        synchronized (random) {
            return random.split();
        }
    }

    /** So many where nothing else is said, and at least one. */
    public int times(int atScaleOne) {
        return (int) Math.max(1, Math.round(atScaleOne * scale));
    }

    /** Whether somebody asked for much more than is done for each push. */
    public boolean longRun() {
        return scale >= LONG;
    }

    /** For what is made and thrown away with the campaign. */
    public Path folder() {
        return folder;
    }

    public Report report() {
        return report;
    }

    /** What was written by whom, to be searched when the campaign is over. */
    public Writings writings() {
        return writings;
    }
}
