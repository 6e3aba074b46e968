package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import java.util.HashSet;
import java.util.Set;

/**
 * A store's refusal, as far as it is the same everywhere: what kind, whether a repeat is of use, and of refused data the
 * whole message, which names the field and its rule. The wording of other messages is each store's own.
 *
 * @param kind the simple name of the exception
 * @param repeat what it says of a repeat
 * @param message of refused data, else empty
 * @param instead other refusals that would do as well, where more than one thing is wrong with a call
 */
public record Refusal(String kind, Repeat repeat, String message, Set<Refusal> instead) {

    static Refusal of(StoreException refused) {
        Set<Refusal> instead = new HashSet<>();
        for (Throwable other : refused.getSuppressed()) {
            if (other instanceof StoreException as) {
                instead.add(of(as));
            }
        }
        boolean data = refused instanceof InvalidDataException;
        return new Refusal(
                refused.getClass().getSimpleName(),
                refused.repeat(),
                data ? String.valueOf(refused.getMessage()) : "",
                instead);
    }

    /** Whether a store that answers so does what this one promises. */
    boolean allows(Refusal given) {
        boolean same = kind.equals(given.kind) && repeat == given.repeat && message.equals(given.message);
        return same || instead.stream().anyMatch(other -> other.allows(given));
    }
}
