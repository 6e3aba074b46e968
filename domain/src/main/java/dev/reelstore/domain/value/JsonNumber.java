package dev.reelstore.domain.value;

/** Reads one number, and counts the digits that it has once its exponent is carried out. */
final class JsonNumber {

    /** Beyond every exponent that can be right, and far from an overflow. */
    private static final int TOO_MUCH = 9_999_999;

    private final JsonCursor cursor;

    private JsonNumber(JsonCursor cursor) {
        this.cursor = cursor;
    }

    static boolean begins(char c) {
        return c == '-' || digit(c);
    }

    static void read(JsonCursor cursor) {
        new JsonNumber(cursor).read();
    }

    private void read() {
        int start = cursor.at();
        cursor.passed('-');
        int whole = cursor.passed('0') ? 1 : digits();
        int fraction = cursor.passed('.') ? digits() : 0;
        int exponent = cursor.passed('e') || cursor.passed('E') ? exponent() : 0;
        if (Math.max(1, whole + exponent) + Math.max(0, fraction - exponent) > JsonDocument.MAX_DIGITS) {
            throw cursor.refusal(
                    start, "a number of at most " + JsonDocument.MAX_DIGITS + " digits, its exponent carried out");
        }
    }

    private int digits() {
        int start = cursor.at();
        while (digit(cursor.peek())) {
            cursor.take();
        }
        if (cursor.at() == start) {
            throw cursor.refusal("a digit");
        }
        return cursor.at() - start;
    }

    private int exponent() {
        boolean negative = cursor.passed('-');
        if (!negative) {
            cursor.passed('+');
        }
        if (!digit(cursor.peek())) {
            throw cursor.refusal("a digit");
        }
        int size = 0;
        while (digit(cursor.peek())) {
            size = Math.min(size * 10 + cursor.take() - '0', TOO_MUCH);
        }
        return negative ? -size : size;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
