package dev.reelstore.fire.process;

import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.SchemaMode;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.testkit.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Scanner;

/** A process with workers, which does what it is told on its standard input, and ends with that. */
final class WorkerMain {

    /** How often it looks for the dead, at most. */
    static final Duration RESCUE = Duration.ofMillis(500);

    private final Reelstore reelstore;
    private final Handling handling;
    private final Brink brink;

    private WorkerMain(Reelstore reelstore, Handling handling, Brink brink) {
        this.reelstore = reelstore;
        this.handling = handling;
        this.brink = brink;
    }

    public static void main(String[] arguments) {
        TestDatabase database = TestDatabase.get();
        Brink brink = new Brink();
        PostgresPersistence plain = PostgresPersistence.open(
                PostgresSettings.of(database.url(), database.user(), Secret.of(database.password()))
                        .schema(SchemaMode.VALIDATE)
                        .pool(PoolSettings.fixed(1, 8)));
        try (Reelstore reelstore = Reelstore.on(Tapped.on(plain, brink));
                Scanner commands = new Scanner(System.in)) {
            WorkerMain process = new WorkerMain(reelstore, new Handling(plain.tables(), brink), brink);
            System.out.println("ready");
            while (commands.hasNextLine()) {
                process.execute(commands.nextLine().split(" "));
            }
        }
    }

    private void execute(String[] words) {
        switch (words[0]) {
            case "work" -> work(words[1], Duration.ofMillis(Long.parseLong(words[2])));
            case "create" -> create(words[1], words[2]);
            case "brink" -> brink.at(words[1] + " " + words[2], Integer.parseInt(words[3]));
            case "go" -> handling.go(words[1], words[2]);
            case "clock" ->
                System.out.println("clock " + System.currentTimeMillis() + " "
                        + Instant.now().toEpochMilli() + " " + new Date().getTime());
            default -> throw new IllegalArgumentException(String.join(" ", words));
        }
    }

    private void work(String queue, Duration lease) {
        WorkerSettings settings = WorkerSettings.DEFAULT
                .concurrency(4)
                .lease(lease)
                .rescue(RESCUE)
                .poll(Duration.ofMillis(20), Duration.ofMillis(200));
        handling.teach(reelstore.worker(queue, settings)).start();
    }

    /** Many attempts, so that no kill is the last that a job survives. */
    private void create(String queue, String type) {
        Job job = reelstore
                .jobs()
                .create(NewJob.of(type, new Target("film", queue)).queue(queue).maxAttempts(1_000));
        System.out.println("created " + job.id());
    }
}
