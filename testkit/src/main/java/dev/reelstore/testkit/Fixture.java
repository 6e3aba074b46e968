package dev.reelstore.testkit;

import dev.reelstore.domain.Persistence;
import java.time.Duration;

/**
 * One adapter, ready for one test of the contract: an empty store whose time can be moved. An adapter author writes one.
 */
public interface Fixture extends AutoCloseable {

    /** The store under test, empty when the test begins; the same object throughout the test. */
    Persistence persistence();

    /** Moves the store's own time forward by this much, for every connection and process at once. */
    void advance(Duration by);

    /** After how long a wait for a lock of this store ends with a failure; kept short, so that tests can wait for it. */
    Duration lockTimeout();

    /** Ends the test; whatever was opened for it alone is released. */
    @Override
    void close();
}
