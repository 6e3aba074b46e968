package dev.reelstore.domain.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetryPolicyTest {

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void unitsWaitHalfASecondThenTwiceAsLongUpToFive() {
        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToObj(n -> RetryPolicy.UNITS.delay(n, random).toMillis()))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 5_000L, 5_000L);
        assertThat(RetryPolicy.UNITS.retries()).isEqualTo(3);
    }

    @Test
    void jobsDrawTheirWaitBelowAnHour() {
        assertThat(IntStream.range(0, 500).mapToObj(n -> RetryPolicy.JOBS.delay(1, random)))
                .allMatch(wait -> wait.compareTo(Duration.ofSeconds(15)) <= 0)
                .anyMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) < 0)
                .anyMatch(wait -> wait.compareTo(Duration.ofSeconds(13)) > 0);
        assertThat(IntStream.range(0, 500).mapToObj(n -> RetryPolicy.JOBS.delay(1_000, random)))
                .allMatch(wait -> wait.compareTo(Duration.ofHours(1)) <= 0);
    }

    @Test
    void aPingWaitsFourToTenSecondsBetweenFiveAttempts() {
        assertThat(IntStream.rangeClosed(1, 4)
                        .mapToObj(n -> RetryPolicy.PING.delay(n, random).toSeconds()))
                .containsExactly(4L, 8L, 10L, 10L);
        assertThat(RetryPolicy.PING.retries()).isEqualTo(4);
    }

    @Test
    void attemptsAreOneMoreThanRetries() {
        assertThat(RetryPolicy.attempts(3, Duration.ofSeconds(1)).retries()).isEqualTo(2);
        assertThat(RetryPolicy.attempts(3, Duration.ofSeconds(1)).delay(2, random))
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void absurdPoliciesAreRefused() {
        assertThatThrownBy(() -> RetryPolicy.UNITS.retries(-1)).hasMessage("retries is -1: it must be 0 to 1000");
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ZERO, Double.NaN, Duration.ZERO, false))
                .hasMessageContaining("multiplier is NaN");
    }
}
