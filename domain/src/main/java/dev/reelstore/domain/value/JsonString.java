package dev.reelstore.domain.value;

/** Reads one string, and tells what it says once its escapes are undone. */
final class JsonString {

    private final JsonCursor cursor;
    private final StringBuilder said = new StringBuilder();

    private JsonString(JsonCursor cursor) {
        this.cursor = cursor;
    }

    static String read(JsonCursor cursor) {
        return new JsonString(cursor).read();
    }

    private String read() {
        cursor.demand('"');
        while (!cursor.passed('"')) {
            if (cursor.peek() < ' ') {
                throw cursor.refusal("a closing quote, and escapes for control characters");
            }
            int start = cursor.at();
            char c = cursor.take();
            if (c == '\\') {
                said.appendCodePoint(escaped(start));
            } else {
                said.append(c);
            }
        }
        return said.toString();
    }

    /** Both halves of a character are escaped, or none: what is half escaped is read by some as two broken characters. */
    private int escaped(int start) {
        char c = unit();
        if (c != 0 && !Character.isSurrogate(c)) {
            return c;
        }
        if (Character.isHighSurrogate(c) && cursor.passed("\\u")) {
            char low = hexadecimal();
            if (Character.isLowSurrogate(low)) {
                return Character.toCodePoint(c, low);
            }
        }
        throw cursor.refusal(start, "no escape of " + Text.name(c));
    }

    private char unit() {
        int start = cursor.at();
        char kind = cursor.take();
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw cursor.refusal(start, "one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u");
        };
    }

    private char hexadecimal() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = cursor.peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw cursor.refusal("four hexadecimal digits");
            }
            code = code * 16 + digit;
            cursor.take();
        }
        return (char) code;
    }
}
