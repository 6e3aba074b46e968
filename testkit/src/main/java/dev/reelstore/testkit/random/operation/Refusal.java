package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;

/**
 * A store's refusal, as far as it is the same everywhere: what kind, whether a repeat is of use, and of refused data the
 * whole message, which names the field and its rule. The wording of other messages is each store's own.
 *
 * @param kind the simple name of the exception
 * @param repeat what it says of a repeat
 * @param message of refused data, else empty
 */
public record Refusal(String kind, Repeat repeat, String message) {

    static Refusal of(StoreException refused) {
        boolean data = refused instanceof InvalidDataException;
        return new Refusal(
                refused.getClass().getSimpleName(), refused.repeat(), data ? String.valueOf(refused.getMessage()) : "");
    }
}
