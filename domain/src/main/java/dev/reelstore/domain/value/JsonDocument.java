package dev.reelstore.domain.value;

/**
 * A JSON value as text, kept character by character as it was given. Checked strictly, so that every store accepts and
 * refuses the same documents: RFC 8259 syntax, no duplicate keys, no NUL, no lone surrogate (escaped or not), at most
 * {@value #MAX_LENGTH} characters and {@value #MAX_DEPTH} levels.
 *
 * @param text the document
 */
public record JsonDocument(String text) {

    /** The most UTF-16 characters that a document may have. */
    public static final int MAX_LENGTH = 1 << 20;

    /** The most levels of arrays and objects. */
    public static final int MAX_DEPTH = 100;

    /** The document {@code {}}. */
    public static final JsonDocument EMPTY = new JsonDocument("{}");

    /** @throws dev.reelstore.domain.failure.InvalidDataException when it breaks one of the rules above; says where */
    public JsonDocument {
        new JsonCheck(Check.present("JSON document", text)).run();
    }

    @Override
    public String toString() {
        return text;
    }
}
