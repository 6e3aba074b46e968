package dev.reelstore.fire.network;

import java.time.Duration;

/** A fault that a {@link Proxy} is told to commit once. */
public sealed interface Cut {

    /** The next commit does not reach the server: the connection is cut on both sides. */
    record BeforeCommit() implements Cut {}

    /**
     * The next commit reaches the server, and its answer does not reach the client.
     *
     * @param meanwhile done when the server has answered, before the connection is cut
     */
    record AfterCommit(Runnable meanwhile) implements Cut {}

    /**
     * The next commit stays under way until the client has given up, and for this long after that; then the server gets
     * it.
     */
    record LateCommit(Duration after) implements Cut {}

    /** After so many bytes to the server from now on. */
    record AtByteSent(long bytes) implements Cut {}

    /** After so many bytes from the server from now on. */
    record AtByteReceived(long bytes) implements Cut {}
}
