package dev.reelstore.application.cache;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes calls that change something, and sees to it that what they change is forgotten once it is committed. */
@FunctionalInterface
interface Reporting {

    /**
     * Makes a call.
     *
     * @param what says what it changes
     */
    <T> T change(Consumer<Changes> what, Supplier<T> call);
}
