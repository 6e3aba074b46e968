package dev.reelstore.domain.value;

/**
 * A JSON value as text, kept character by character as it was given. Checked strictly, so that every store accepts and
 * refuses the same documents, no two readers find different keys or text in one, and PostgreSQL casts each to
 * {@code jsonb}: the syntax
 * of RFC 8259 without a byte order mark, no key twice in an object (however it is escaped), no NUL and no half of a
 * surrogate pair (raw, escaped, or one half of each), numbers of at most {@value #MAX_DIGITS} digits with their exponent
 * carried out, at most {@value #MAX_LENGTH} characters and {@value #MAX_DEPTH} levels.
 *
 * @param text the document
 */
public record JsonDocument(String text) {

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

    /** @throws dev.reelstore.domain.failure.InvalidDataException when it breaks one of the rules above; says where */
    public JsonDocument {
        new JsonCheck("JSON document", Check.present("JSON document", text)).run();
    }

    @Override
    public String toString() {
        return text;
    }
}
