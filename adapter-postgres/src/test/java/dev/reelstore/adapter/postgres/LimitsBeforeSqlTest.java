package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.LimitsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is too large is refused before the server is asked anything: counted on the wire, at the end of each test. */
final class LimitsBeforeSqlTest implements LimitsContract {

    @Override
    public Fixture open() {
        return new Silent();
    }

    @Test
    void aQuestionToTheServerIsNoticed() {
        Silent fixture = new Silent();
        fixture.persistence().now();

        assertThatThrownBy(fixture::close).isInstanceOf(AssertionError.class).hasMessageContaining("asked");
    }

    /** A store that must not ask its server anything. */
    private static final class Silent implements Fixture {

        private final RoundTrips way;
        private final PostgresPersistence store;
        private final int before;

        Silent() {
            try {
                way = new RoundTrips();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            store = PostgresPersistence.open(way.settings());
            store.now();
            before = way.all();
        }

        @Override
        public Persistence persistence() {
            return store;
        }

        @Override
        public Persistence openAnother() {
            throw new UnsupportedOperationException("nothing is kept here");
        }

        @Override
        public void advance(Duration by) {
            throw new UnsupportedOperationException("nothing is kept here");
        }

        @Override
        public Duration lockTimeout() {
            return TestStore.LIMITS.lock();
        }

        @Override
        public void close() {
            try (way;
                    store) {
                assertThat(way.all()).as("how often the server was asked").isEqualTo(before);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
