package dev.reelstore.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.InvalidDataException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SettableClockTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00.123456789Z");

    @Test
    void aStandingClockMovesOnlyWhenItIsAdvanced() {
        SettableClock clock = SettableClock.standingAt(NEW_YEAR);
        Instant before = clock.now();

        clock.advance(Duration.ofSeconds(90));

        assertThat(before).isEqualTo("2026-01-01T00:00:00.123456Z");
        assertThat(clock.now()).isEqualTo("2026-01-01T00:01:30.123456Z");
    }

    @Test
    void aRunningClockGoesOnByItselfFromWhereItWasSet() {
        SettableClock clock = SettableClock.runningFrom(NEW_YEAR);
        Instant before = clock.now();

        while (clock.now().equals(before)) {
            Thread.onSpinWait();
        }

        assertThat(clock.now()).isAfter(before).isBefore(NEW_YEAR.plusSeconds(3600));
    }

    @Test
    void timeDoesNotGoBack() {
        SettableClock clock = SettableClock.running();

        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("advance is PT-1S");
    }
}
