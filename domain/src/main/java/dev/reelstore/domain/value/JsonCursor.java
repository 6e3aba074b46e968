package dev.reelstore.domain.value;

import dev.reelstore.domain.failure.InvalidDataException;
import java.util.Locale;

/** A place in the text of a document, from which it is read on, or refused with that place. */
final class JsonCursor {

    private final String field;
    private final String text;
    private int at;

    /** @param field what the text is, as a refusal is to name it */
    JsonCursor(String field, String text) {
        this.field = field;
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean ended() {
        return at == text.length();
    }

    /** NUL stands for the end: it is refused wherever it appears. */
    char peek() {
        return ended() ? 0 : text.charAt(at);
    }

    char take() {
        char c = peek();
        at++;
        return c;
    }

    /** Whether this comes next; it is passed if so. */
    boolean passed(char c) {
        if (ended() || text.charAt(at) != c) {
            return false;
        }
        at++;
        return true;
    }

    /** Whether this comes next; it is passed if so. */
    boolean passed(String word) {
        if (!text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    void demand(char c) {
        if (!passed(c)) {
            throw refusal("'" + c + "'");
        }
    }

    void skipSpace() {
        while (!ended() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Of the whole text, wherever this is. */
    void demandStorable() {
        if (text.length() > JsonDocument.MAX_LENGTH) {
            throw new InvalidDataException(
                    field + " has " + text.length() + " characters: at most " + JsonDocument.MAX_LENGTH
                            + " are allowed",
                    null);
        }
        int bad = Text.firstUnstorable(text);
        if (bad >= 0) {
            throw refusal(bad, "text without NUL and lone surrogates");
        }
    }

    /** That here stands something other than this. */
    InvalidDataException refusal(String expected) {
        return refusal(at, expected);
    }

    /** That there stands something other than this. */
    InvalidDataException refusal(int place, String expected) {
        return new InvalidDataException(
                field + " has " + found(place) + " at index " + place + ": expected " + expected, null);
    }

    /** By its number where it could not be seen, or be taken for something else. */
    private String found(int place) {
        if (place >= text.length()) {
            return "the end";
        }
        int c = text.codePointAt(place);
        boolean clear = c > ' ' && c < 0x7F || Character.isLetterOrDigit(c);
        return clear ? "'" + Character.toString(c) + "'" : String.format(Locale.ROOT, "U+%04X", c);
    }
}
