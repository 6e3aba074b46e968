package dev.reelstore.domain.unit;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.value.Check;

/**
 * A mark in the history of one store: all that had been committed when {@link Persistence#token()} made it. Its text can
 * be handed on, in a cookie or a message say, and made a token of again; what it says is the store's own business. It
 * holds no secret.
 *
 * @param text 1 to 200 characters
 */
public record ReadToken(String text) {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when the text breaks its rule */
    public ReadToken {
        text = Check.text("read token", text, 200);
    }

    /** For whoever implements a store: the refusal of this token by a store that did not make it. */
    public InvalidDataException foreign() {
        return new InvalidDataException(
                "read token '" + text + "' is none of this store's: it must come from its token()", null);
    }

    /** For whoever implements a store: the refusal to make one inside a unit of work. */
    public static StoreOperationException insideUnit() {
        return new StoreOperationException(
                "a read token cannot cover the unit of work that is open on this thread: take it after the commit",
                Repeat.USELESS,
                null);
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
