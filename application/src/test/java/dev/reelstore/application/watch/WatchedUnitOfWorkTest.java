package dev.reelstore.application.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.application.retry.ListedLog;
import dev.reelstore.application.retry.ShakyPersistence;
import dev.reelstore.domain.Capability;
import dev.reelstore.domain.unit.UnitHandle;
import example.Pipeline;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchedUnitOfWorkTest {

    private static final Duration LIMIT = Duration.ofMillis(40);

    private final ListedLog log = new ListedLog();
    private final WatchedUnitOfWork shared =
            new WatchedUnitOfWork(new ShakyPersistence(Set.of(Capability.SHARED)), LIMIT, log);
    private final WatchedUnitOfWork alone = new WatchedUnitOfWork(new ShakyPersistence(), LIMIT, log);

    @AfterEach
    void close() {
        shared.close();
        alone.close();
    }

    @Test
    void aUnitOnASharedStoreIsToldOfOnceWhileItIsOpenAndAgainAtItsEnd() {
        new Pipeline(shared).load(() -> {
            awaitLines(1);
            spend(LIMIT.multipliedBy(2));
        });

        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(0))
                .matches("WARN Unit of work 'load' is open for 0\\.\\d\\ds by now: opened at"
                        + " example\\.Pipeline\\.load\\(Pipeline\\.java:\\d+\\), its thread '.+' is at .+");
        assertThat(log.lines().get(1)).matches("INFO Unit of work 'load' has ended after \\d\\.\\d\\ds");
    }

    @Test
    void aManualUnitThatIsNeverClosedIsToldOfOnAnyStore() {
        new Pipeline(alone).begin();

        awaitLines(1);
        spend(LIMIT.multipliedBy(2));

        assertThat(log.lines()).hasSize(1);
        assertThat(log.lines().get(0))
                .startsWith("WARN Unit of work 'begin again' is open for 0.")
                .contains("opened at example.Pipeline.begin(Pipeline.java:");
    }

    @Test
    void aManualUnitWhoseThreadHasEndedIsToldOf() throws InterruptedException {
        AtomicReference<UnitHandle> handle = new AtomicReference<>();
        Thread thread = new Thread(() -> handle.set(new Pipeline(alone).begin()), "gone");
        thread.start();
        thread.join();

        awaitLines(1);

        assertThat(log.lines().get(0)).contains("its thread 'gone' is at its end");
    }

    @Test
    void aUnitOnAStoreOfItsOwnIsToldOfAtItsEndWithoutAThread() {
        await().until(() -> threads() == 0); // that of a test before may be ending

        new Pipeline(alone).load(() -> spend(LIMIT));

        assertThat(threads()).isZero();
        assertThat(log.lines()).hasSize(1);
        assertThat(log.lines().get(0))
                .startsWith("WARN Unit of work 'load' was open for 0.")
                .contains("opened at example.Pipeline.load(Pipeline.java:");
    }

    @Test
    void shortUnitsAreNotToldOfNorAreThoseThatJoin() {
        new Pipeline(shared).load(() -> {});
        try (UnitHandle handle = new Pipeline(alone).begin()) {
            new Pipeline(alone).load(() -> {});
            handle.commit();
        }
        new Pipeline(shared).load(() -> {
            new Pipeline(shared).load(() -> awaitLines(1));
        });

        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(0)).contains("'load'");
    }

    @Test
    void closingEndsTheThreadAndStartsNoneAgain() {
        new Pipeline(shared).load(() -> {});
        assertThat(threads()).isPositive();
        shared.close();
        await().until(() -> threads() == 0);

        new Pipeline(shared).load(() -> {});
        assertThat(threads()).isZero();
    }

    private void awaitLines(int number) {
        await().until(() -> log.lines().size() >= number);
    }

    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("reelstore-open-units"))
                .count();
    }

    private static void spend(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
