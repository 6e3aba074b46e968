package dev.reelstore.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.reelstore.domain.Persistence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

final class FixturePerTestTest {

    private static final List<Counted> OPENED = new ArrayList<>();

    @Test
    void eachTestHasAFixtureOfItsOwnThatIsClosedAfterwards() {
        OPENED.clear();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Adapter.class))
                .build();
        LauncherFactory.create().execute(request, listener);

        assertThat(listener.getSummary().getTestsSucceededCount()).isEqualTo(3);
        assertThat(listener.getSummary().getTotalFailureCount()).isZero();
        assertThat(OPENED).as("fixtures of the two tests that ask for one").hasSize(2);
        assertThat(OPENED).allMatch(fixture -> fixture.closed == 1);
    }

    /** Three tests, of which one needs no store. */
    interface Part extends Contract {

        @Test
        default void sees(Fixture fixture) {
            assertThat(fixture).isSameAs(OPENED.get(OPENED.size() - 1));
            assertThat(OPENED.get(OPENED.size() - 1).closed).isZero();
        }

        @Test
        default void seesTheSameTwice(Fixture one, Fixture two) {
            assertThat(one).isSameAs(two);
        }

        @Test
        default void needsNone() {}
    }

    static final class Adapter implements Part {

        @Override
        public Fixture open() {
            Counted fixture = new Counted();
            OPENED.add(fixture);
            return fixture;
        }
    }

    /** Counts how often it is closed; has no store. */
    private static final class Counted implements Fixture {

        private int closed;

        @Override
        public Persistence persistence() {
            throw new UnsupportedOperationException("no store here");
        }

        @Override
        public Persistence openAnother() {
            throw new UnsupportedOperationException("no store here");
        }

        @Override
        public void advance(Duration by) {
            throw new UnsupportedOperationException("no time here");
        }

        @Override
        public Duration lockTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
