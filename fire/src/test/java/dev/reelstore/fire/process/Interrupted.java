package dev.reelstore.fire.process;

import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What one thread does while it may be interrupted at any moment. */
final class Interrupted {

    static final String QUEUE = "interrupted";

    private final PostgresPersistence store;
    private final Random random;
    private final WorkerId worker = WorkerId.next();
    private int failures;

    Interrupted(PostgresPersistence store, long seed) {
        this.store = store;
        this.random = new Random(seed);
    }

    /** One operation; an interrupt may make it fail, but only as is documented. */
    void step() {
        try {
            switch (random.nextInt(3)) {
                case 0 -> create();
                case 1 -> work();
                default -> store.tables().execute("SELECT pg_sleep(0.05)");
            }
        } catch (StoreException documented) {
            failures++;
            Thread.interrupted();
        } catch (Throwable other) {
            System.out.println("undocumented " + other);
        }
    }

    private void create() {
        Job job = store.jobs()
                .create(NewJob.of(Handling.WORKS, new Target("film", "cut"))
                        .queue(QUEUE)
                        .maxAttempts(1_000));
        System.out.println("created " + job.id());
    }

    private void work() {
        ClaimRequest request = new ClaimRequest(worker, QUEUE, List.of(Handling.WORKS), 1, Duration.ofSeconds(20));
        for (Claim claim : store.claims().claim(request)) {
            store.unitOfWork().under(claim, stores -> {
                store.tables().execute(Trail.EFFECT, claim.jobId().value(), claim.fence());
                store.tables().execute("SELECT pg_sleep(0.02)");
                return stores.claims().complete(claim, null);
            });
        }
    }

    /** How many operations failed, as is documented. */
    int failures() {
        return failures;
    }

    /** What it may hold of which an interrupt kept it from hearing. */
    void giveBack() {
        Thread.interrupted();
        store.claims().retire(worker);
    }
}
