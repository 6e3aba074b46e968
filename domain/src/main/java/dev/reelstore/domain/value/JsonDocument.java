package dev.reelstore.domain.value;

import org.jspecify.annotations.Nullable;

/**
 * A JSON value as text, kept character by character as it was given. Checked strictly, so that every store accepts and
 * refuses the same documents, no two readers find different keys or text in one, and PostgreSQL casts each to
 * {@code jsonb}: the syntax of RFC 8259 without a byte order mark, no key twice in an object (however it is escaped), no NUL and no half of a
 * surrogate pair (raw, escaped, or one half of each), numbers of at most {@value #MAX_DIGITS} digits with their exponent
 * carried out, at most {@value #MAX_LENGTH} characters and {@value #MAX_DEPTH} levels.
 */
public final class JsonDocument {

    /** The most UTF-16 characters that a document may have. */
    public static final int MAX_LENGTH = 1 << 20;

    /** The most levels of arrays and objects. */
    public static final int MAX_DEPTH = 100;

    /**
     * The most digits of a number with its exponent carried out, zeros among them: {@code 1e999} has a thousand, and so
     * has {@code 1e-999}. A short text must not stand for a number that its reader cannot write out: {@code jsonb} does.
     */
    public static final int MAX_DIGITS = 1_000;

    /** The document {@code {}}. */
    public static final JsonDocument EMPTY = new JsonDocument("{}");

    private final String text;

    /**
     * Checks a text.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when it breaks one of the rules above; says where
     */
    public JsonDocument(String text) {
        this(text, true);
    }

    private JsonDocument(String text, boolean unchecked) {
        this.text = Check.present("JSON document", text);
        if (unchecked) {
            new JsonCheck("JSON document", text).run();
        }
    }

    /**
     * For whoever implements a store: a document that comes out of it, as it is. It was checked when it was put, and what
     * was put past the ports must not be in the way of everything else in its queue.
     */
    public static JsonDocument kept(String text) {
        return new JsonDocument(text, false);
    }

    /** The document, as it was given. */
    public String text() {
        return text;
    }

    /** Whether the other is the same text. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonDocument document && text.equals(document.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
