package dev.reelstore.adapter.inmemory;

import org.jspecify.annotations.Nullable;

/** Runs the calls of a store: each in a unit of its own, or all in one. */
interface Calls {

    /** Runs a call that changes nothing. */
    <T extends @Nullable Object> T read(Call<T> call);

    /** Runs a call that may write. */
    <T extends @Nullable Object> T write(Call<T> call);

    /**
     * One call of a store.
     *
     * @param <T> what it answers
     */
    @FunctionalInterface
    interface Call<T extends @Nullable Object> {
        T on(Overlay overlay);
    }
}
