package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.value.JsonDocument;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * One piece of the work on a job, which {@link Steps} carries out.
 *
 * @param <T> what it brings about
 */
interface Step<T> {

    /** The stage of the job that it is. */
    String name();

    /** What an earlier attempt brought about, unless that is gone or of another version. */
    Optional<T> resume(JsonDocument checkpoint);

    /** @param percent gets 0 to 100, from any thread */
    T work(DoubleConsumer percent);

    /** From what {@link #resume} knows the work. */
    JsonDocument checkpoint(T done);

    /** What came out of it, for people. */
    String message(T done);

    /** Whether there was nothing to do. */
    default boolean skipped(T done) {
        return false;
    }

    /** What the store learns of it with the checkpoint; may be called again after a commit in doubt. */
    default void write(T done, Stores stores) {}
}
