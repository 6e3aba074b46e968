package dev.reelstore.application.worker;

import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.value.JsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What is to be committed together with the completion of a job.
 *
 * @param <E> what it throws besides unchecked exceptions
 */
@FunctionalInterface
interface Effects<E extends Exception> {

    /** Answers the job's result, or null for none. */
    @Nullable
    JsonDocument on(Unit stores) throws E;
}
