package dev.reelstore.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PingTest {

    private final RetryPolicy quick = new RetryPolicy(2, Duration.ofMillis(1), 2, Duration.ofMillis(5), false);
    private final Failing health = new Failing();

    @Test
    void itIsTriedAgainUntilItAnswers() {
        health.next(away("one"), away("two"));

        assertThat(health.ping(quick)).isTrue();
        assertThat(health.asked).isEqualTo(3);
    }

    @Test
    void afterTheLastAttemptItIsGivenUpWithTheLastFailureAsTheCause() {
        StoreException last = away("three");
        health.next(away("one"), away("two"), last);

        assertThatThrownBy(() -> health.awaitAvailable(quick))
                .isInstanceOf(StoreConnectionException.class)
                .hasMessageContainingAll("3 attempts", "three")
                .hasCause(last);
        assertThat(health.asked).isEqualTo(3);

        health.next(away("one"), away("two"), last);
        assertThat(health.ping(quick)).isFalse();
    }

    @Test
    void whatWaitingCannotMendComesOutAtOnce() {
        StoreException refused = new StoreOperationException("wrong password", Repeat.USELESS, null);
        health.next(refused);

        assertThatThrownBy(() -> health.awaitAvailable(RetryPolicy.PING)).isSameAs(refused);

        health.next(refused);
        assertThat(health.ping()).isFalse();
        assertThat(health.asked).isEqualTo(2);
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        health.next(away("one"));
        Thread.currentThread().interrupt();

        assertThat(health.ping(RetryPolicy.PING)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(health.asked).isEqualTo(1);
    }

    private static StoreException away(String message) {
        return new StoreConnectionException(message, null);
    }

    /** A store that fails as told. */
    private static final class Failing implements Health {

        private final Deque<StoreException> failures = new ArrayDeque<>();
        private int asked;

        void next(StoreException... next) {
            failures.addAll(List.of(next));
        }

        @Override
        public void reach() {
            asked++;
            StoreException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public boolean open() {
            return true;
        }

        @Override
        public boolean poolHealthy() {
            return failures.isEmpty();
        }

        @Override
        public Optional<PoolFigures> pool() {
            return Optional.empty();
        }
    }
}
