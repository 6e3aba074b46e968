package dev.reelstore.cli.bench;

import dev.reelstore.adapter.postgres.tables.SqlGateway;
import dev.reelstore.application.Reelstore;
import java.time.Duration;
import java.util.function.Consumer;

/** One run of all parts, one after the other. */
public final class BenchRun {

    /** How many connections are needed at once. */
    public static final int CONNECTIONS = Drain.WORKERS;

    private final Reelstore reelstore;
    private final SqlGateway tables;
    private final BenchQueue queue;
    private final Duration time;
    private final Consumer<String> words;

    /**
     * @param time for each part, about
     * @param words is told what is being measured
     */
    public BenchRun(Reelstore reelstore, SqlGateway tables, BenchQueue queue, Duration time, Consumer<String> words) {
        this.reelstore = reelstore;
        this.tables = tables;
        this.queue = queue;
        this.time = time;
        this.words = words;
    }

    /** Measures. */
    public BenchResult run() {
        words.accept("1 of 4: the way to the server, and its commits");
        ServerSettings settings = ServerSettings.of(tables);
        Ground ground = Ground.of(reelstore, tables, queue.create(), settings, time);
        words.accept("2 of 4: creating jobs one by one, with 1 thread and with " + Creates.THREADS);
        Creates creates = Creates.of(queue, time);
        words.accept("3 of 4: queueing more, and draining them with " + Drain.WORKERS + " workers");
        Rate drain = Drain.of(queue, time);
        words.accept("4 of 4: pick-up by an idle worker");
        return new BenchResult(settings, ground, creates, drain, PickUps.of(queue, time));
    }
}
