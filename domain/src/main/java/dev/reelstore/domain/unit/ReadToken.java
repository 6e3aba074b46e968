package dev.reelstore.domain.unit;

import dev.reelstore.domain.Persistence;
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

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
