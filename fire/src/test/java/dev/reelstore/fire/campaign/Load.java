package dev.reelstore.fire.campaign;

import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Clients that create jobs in every way there is, all the time, and book what they are told. */
public final class Load implements AutoCloseable {

    static final String KEY = "key";

    private static final int SHARED_KEYS = 50;

    /** No more than a worker gets done soon after the last fault, however slow the machine. */
    private static final int MOST_WAITING = 30;

    private final Reelstore reelstore;
    private final Ledger ledger;
    private final List<Thread> clients = new ArrayList<>();
    private final AtomicLong keys = new AtomicLong();
    private volatile boolean ended;

    public Load(Reelstore reelstore, Ledger ledger) {
        this.reelstore = reelstore;
        this.ledger = ledger;
    }

    /** Starts so many clients. */
    public Load start(Campaign campaign, int number) {
        for (int i = 0; i < number; i++) {
            SplittableRandom random = campaign.random();
            Thread client = new Thread(() -> work(random), "load-" + i);
            client.start();
            clients.add(client);
        }
        return this;
    }

    /** No more calls; returns when the last has ended. */
    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread client : clients) {
            client.join();
        }
    }

    private void work(SplittableRandom random) {
        try {
            while (!ended) {
                boolean done = ledger.waiting() < MOST_WAITING && call(random) == Ledger.Told.DONE;
                Thread.sleep(done ? random.nextInt(2, 10) : 20);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** One call, chosen by chance. */
    private Ledger.Told call(SplittableRandom random) {
        String type = Handlers.typeBy(random);
        String key = "own-" + keys.incrementAndGet();
        return switch (random.nextInt(8)) {
            case 0 -> {
                List<NewJob> jobs =
                        Stream.generate(() -> job(type, key)).limit(3).toList();
                yield ledger.call(key, jobs.size(), () -> reelstore.jobs().createAll(jobs));
            }
            // the id is made anew whenever the body runs, so that a body which runs twice shows
            case 1, 2 ->
                ledger.call(key, 1, () -> reelstore.call(stores -> stores.jobs().create(job(type, key))));
            case 3 -> {
                String shared = "shared-" + random.nextInt(SHARED_KEYS);
                NewJob job = job(Handlers.PLAIN, shared);
                yield ledger.call(shared, 1, () -> reelstore.jobs().createIfAbsent(job, Set.of()));
            }
            default -> {
                NewJob job = job(type, key);
                yield ledger.call(key, 1, () -> reelstore.jobs().create(job));
            }
        };
    }

    static NewJob job(String type, String key) {
        return NewJob.of(type, new Target(KEY, key)).id(JobId.next()).maxAttempts(1_000);
    }
}
