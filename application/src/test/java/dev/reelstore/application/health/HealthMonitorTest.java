package dev.reelstore.application.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reelstore.domain.Health;
import dev.reelstore.domain.PoolFigures;
import dev.reelstore.domain.failure.InvalidDataException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HealthMonitorTest {

    private static final Duration OFTEN = Duration.ofMillis(2);

    private final Switched health = new Switched();
    private final HealthMonitor monitor = new HealthMonitor(health);
    private final List<Boolean> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        monitor.close();
    }

    @Test
    void eachChangeIsToldOnce() {
        monitor.watch(OFTEN, told::add);
        health.mustBeAskedAgain();
        assertThat(told).isEmpty();

        health.well = false;
        health.mustBeAskedAgain();
        assertThat(told).containsExactly(false);

        health.well = true;
        health.mustBeAskedAgain();
        assertThat(told).containsExactly(false, true);
    }

    @Test
    void aStoreThatIsNotWellToBeginWithIsToldToo() {
        health.well = false;
        monitor.watch(OFTEN, told::add);

        await().untilAsserted(() -> assertThat(told).containsExactly(false));
    }

    @Test
    void whatAListenerOrAStoreThrowsIsNotFatal() {
        monitor.watch(OFTEN, healthy -> {
            told.add(healthy);
            throw new AssertionError("a broken listener");
        });
        health.broken = true;
        health.mustBeAskedAgain();
        health.broken = false;
        health.mustBeAskedAgain();

        assertThat(told).containsExactly(false, true);
    }

    @Test
    void allListenersShareOneDaemonThreadThatEndsWithTheMonitor() {
        AtomicInteger another = new AtomicInteger();
        await().until(() -> threads() == 0);
        monitor.watch(OFTEN, told::add);
        monitor.watch(OFTEN, healthy -> another.incrementAndGet());
        health.well = false;
        await().untilAsserted(() -> assertThat(another).hasValue(1));
        assertThat(threads()).isOne();
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("reelstore-health")))
                .allMatch(Thread::isDaemon);

        monitor.close();
        monitor.close();
        await().untilAsserted(() -> assertThat(threads()).isZero());
    }

    @Test
    void thereIsNoThreadBeforeSomebodyWatches() {
        await().until(() -> threads() == 0);
        try (HealthMonitor idle = new HealthMonitor(health)) {
            assertThat(idle).isNotNull();
            assertThat(threads()).isZero();
        }
    }

    @Test
    void whoNoLongerWatchesIsNotCalled() {
        HealthWatch watch = monitor.watch(OFTEN, told::add);
        watch.close();
        watch.close();
        AtomicInteger others = new AtomicInteger();
        monitor.watch(OFTEN, healthy -> others.incrementAndGet());
        health.well = false;
        await().untilAsserted(() -> assertThat(others).hasValue(1));

        assertThat(told).isEmpty();
    }

    @Test
    void aQuestionThatIsUnderWayAtTheEndIsNotTold() {
        await().until(() -> threads() == 0);
        synchronized (health) {
            monitor.watch(OFTEN, told::add);
            await().until(() -> health.asked.get() > 0);
            health.well = false;
            monitor.close();
        }
        await().until(() -> threads() == 0);
        assertThat(health.answered).hasValue(1);
        assertThat(told).isEmpty();
    }

    @Test
    void wrongUseIsRefused() {
        assertThatThrownBy(() -> monitor.watch(Duration.ZERO, told::add)).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> monitor.watch(OFTEN, null)).isInstanceOf(InvalidDataException.class);
        monitor.close();
        assertThatThrownBy(() -> monitor.watch(OFTEN, told::add)).isInstanceOf(IllegalStateException.class);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("reelstore-health"))
                .count();
    }

    /** A store that is as well as it is told to be. */
    private static final class Switched implements Health {

        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger answered = new AtomicInteger();
        private volatile boolean well = true;
        private volatile boolean broken;

        /** Waits until a question that began after this call was answered and told. */
        void mustBeAskedAgain() {
            int before = asked.get();
            await().until(() -> asked.get() > before + 2);
        }

        @Override
        public boolean poolHealthy() {
            asked.incrementAndGet();
            synchronized (this) {
                if (broken) {
                    throw new IllegalStateException("a broken adapter");
                }
                answered.incrementAndGet();
                return well;
            }
        }

        @Override
        public boolean open() {
            return true;
        }

        @Override
        public Optional<PoolFigures> pool() {
            return Optional.empty();
        }

        @Override
        public void reach() {
            // always there
        }
    }
}
