package dev.reelstore.fire.process;

import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.SchemaMode;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.domain.PoolFigures;
import dev.reelstore.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * A process whose threads of one kind use a store, and are interrupted at random. Says what was acknowledged and whatever
 * came out that is not documented, and in the end how its pool is.
 */
final class InterruptMain {

    static final int CONNECTIONS = 4;
    private static final int THREADS = 6;
    private static final Duration TO_RECOVER = Duration.ofSeconds(10);

    private final PostgresPersistence store;
    private final Random random;
    private volatile boolean over;

    private InterruptMain(PostgresPersistence store, Random random) {
        this.store = store;
        this.random = random;
    }

    /** @param arguments the kind of threads, how many interrupts, the seed, the name of its connections */
    public static void main(String[] arguments) throws Exception {
        TestDatabase database = TestDatabase.get();
        PostgresSettings settings = PostgresSettings.of(database.url(), database.user(), Secret.of(database.password()))
                .schema(SchemaMode.VALIDATE)
                .applicationName(arguments[3])
                .pool(PoolSettings.fixed(CONNECTIONS, CONNECTIONS).maxWait(TO_RECOVER));
        try (PostgresPersistence store = PostgresPersistence.open(settings)) {
            new InterruptMain(store, new Random(Long.parseLong(arguments[2])))
                    .run(Threads.valueOf(arguments[0]), Integer.parseInt(arguments[1]));
            System.out.println("open");
            if (System.in.read() >= 0) {
                System.out.println("closing");
            }
        }
    }

    private void run(Threads kind, int interrupts) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<Interrupted> works = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Interrupted work = new Interrupted(store, random.nextLong());
            works.add(work);
            threads.add(kind.start(() -> {
                while (!over) {
                    work.step();
                }
                work.giveBack();
            }));
        }
        for (int i = 0; i < interrupts; i++) {
            Thread.sleep(20 + random.nextInt(40));
            threads.get(random.nextInt(THREADS)).interrupt();
        }
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(
                "failures " + works.stream().mapToInt(Interrupted::failures).sum());
        System.out.println("idle " + idleAgain());
        System.out.println("together " + together());
    }

    /** In milliseconds, how long the pool took to be whole and idle; negative where it does not become so. */
    private long idleAgain() throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < TO_RECOVER.toNanos()) {
            PoolFigures pool = store.health().pool().orElseThrow();
            if (pool.active() == 0 && pool.waiting() == 0 && pool.total() == CONNECTIONS) {
                return Duration.ofNanos(System.nanoTime() - begun).toMillis();
            }
            Thread.sleep(20);
        }
        return -1;
    }

    /** How many units can be open at once. */
    private int together() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(CONNECTIONS);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Threads.PLATFORM.start(() -> store.unitOfWork().run(stores -> {
                store.tables().execute("SELECT 1");
                inside.countDown();
                await(inside);
            })));
        }
        for (Thread thread : threads) {
            thread.join(TO_RECOVER.toMillis());
            thread.interrupt();
        }
        return CONNECTIONS - (int) inside.getCount();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException tooFew) {
            Thread.currentThread().interrupt();
        }
    }
}
