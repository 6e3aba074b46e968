package dev.reelstore.testkit;

import dev.reelstore.domain.Persistence;
import java.time.Duration;

/**
 * One adapter, ready for one test of the contract: an empty store whose time can be moved. An adapter author writes one.
 */
public interface Fixture extends AutoCloseable {

    /** The store under test, empty when the test begins; the same object throughout the test. A test may close it. */
    Persistence persistence();

    /**
     * Opens the adapter once more, as another process would: on the same data where the adapter has
     * {@link dev.reelstore.domain.Capability#SHARED}, else on an empty store of its own. The caller closes it.
     */
    Persistence openAnother();

    /** Moves the store's own time forward by this much, for every connection and process at once. */
    void advance(Duration by);

    /**
     * After how long a wait for a lock of this store ends with a failure; kept short, so that tests can wait for it, but
     * at least half a second, so that 32 threads can queue for one lock.
     */
    Duration lockTimeout();

    /** Ends the test; whatever was opened for it alone is released. */
    @Override
    void close();
}
