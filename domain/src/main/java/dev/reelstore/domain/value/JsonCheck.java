package dev.reelstore.domain.value;

import dev.reelstore.domain.failure.InvalidDataException;
import java.util.HashSet;
import java.util.Set;

/** One pass over one document that answers only whether it keeps the rules of {@link JsonDocument}. */
final class JsonCheck {

    private final String text;
    private int at;

    JsonCheck(String text) {
        this.text = text;
    }

    void run() {
        if (text.length() > JsonDocument.MAX_LENGTH) {
            throw new InvalidDataException(
                    "JSON document has " + text.length() + " characters: at most " + JsonDocument.MAX_LENGTH
                            + " are allowed",
                    null);
        }
        value(0);
        space();
        if (at < text.length()) {
            throw refusal("one value, then nothing");
        }
    }

    private void value(int depth) {
        space();
        switch (peek()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void object(int depth) {
        open(depth);
        if (closed('}')) {
            return;
        }
        Set<String> keys = new HashSet<>();
        do {
            space();
            int start = at;
            if (!keys.add(string())) {
                at = start;
                throw refusal("a key that is not there already");
            }
            space();
            expect(':');
            value(depth);
        } while (more('}'));
    }

    private void array(int depth) {
        open(depth);
        if (closed(']')) {
            return;
        }
        do {
            value(depth);
        } while (more(']'));
    }

    private void open(int depth) {
        if (depth > JsonDocument.MAX_DEPTH) {
            throw refusal("at most " + JsonDocument.MAX_DEPTH + " levels");
        }
        at++;
    }

    private boolean closed(char end) {
        space();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private boolean more(char end) {
        if (closed(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() {
        expect('"');
        StringBuilder content = new StringBuilder();
        int start = at;
        while (peek() != '"') {
            char c = peek();
            if (c < ' ') {
                throw refusal("a closing quote, and escapes for control characters");
            }
            at++;
            content.append(c == '\\' ? escape() : c);
        }
        at++;
        String said = content.toString();
        int bad = Text.firstUnstorable(said);
        if (bad >= 0) {
            at = start;
            throw refusal("a string without " + Text.name(said.charAt(bad)));
        }
        return said;
    }

    private char escape() {
        char kind = peek();
        at++;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> {
                at--;
                throw refusal("one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u");
            }
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw refusal("four hexadecimal digits");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private void number() {
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
    }

    private void digits() {
        if (peek() < '0' || peek() > '9') {
            throw refusal("a value");
        }
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
    }

    private void word(String word) {
        if (!text.startsWith(word, at)) {
            throw refusal("a value");
        }
        at += word.length();
    }

    private void expect(char c) {
        if (peek() != c) {
            throw refusal("'" + c + "'");
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** NUL stands for the end: it is refused wherever it appears. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private InvalidDataException refusal(String expected) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new InvalidDataException(
                "JSON document has " + Text.fit(found, 10) + " at index " + at + ": expected " + expected, null);
    }
}
