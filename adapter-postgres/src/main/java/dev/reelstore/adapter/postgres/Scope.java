package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.NewJob;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In what the statements of a store run: a unit of their own, an open unit, or a transaction of the caller's. Whatever
 * goes wrong inside comes out as a {@link dev.reelstore.domain.failure.StoreException}.
 */
interface Scope {

    /** Whether what runs is part of a transaction that others began. */
    boolean inUnit();

    /** Runs one statement that changes nothing and locks nothing. */
    <T extends @Nullable Object> T read(String name, Statements<T> statements);

    /** Runs statements that take effect together. */
    <T extends @Nullable Object> T write(String name, Statements<T> statements);

    /** Runs one statement that takes effect by itself, in one round trip where that can be. */
    default <T extends @Nullable Object> T writeOnce(String name, Statements<T> statement) {
        return this.<T>write(name, statement);
    }

    /** Where claims through this store may begin to look. */
    default LowWaterMarks marks() {
        return new LowWaterMarks();
    }

    /** By what the transaction in which this runs can be known after its commit. */
    default void marked(CommitMark mark) {
        // a transaction of one statement is over when this is known
    }

    /** Makes one job, or answers nothing where its id is there already. */
    default Optional<CreatedJob> create(NewJob job) {
        return this.<Optional<CreatedJob>>write("create job", session -> JobInserts.one(session, job));
    }

    /**
     * What is to be run.
     *
     * @param <T> what it answers
     */
    @FunctionalInterface
    interface Statements<T extends @Nullable Object> {

        T on(Session session);
    }
}
