package dev.reelstore.testkit;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A part of what every adapter promises, as tests. An adapter's test class implements one of the interfaces in
 * {@link Contracts#all()} and says how to open its fixture; each test gets one of its own, closed afterwards.
 */
@ExtendWith(FixtureExtension.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
public interface Contract {

    /** Opens a fixture whose store is empty; called once for each test, on the thread that runs it. */
    Fixture open();
}
