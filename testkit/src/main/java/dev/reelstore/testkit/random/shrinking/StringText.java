package dev.reelstore.testkit.random.shrinking;

/** Writes text as a Java literal, in ASCII, and long repetitions as such. */
final class StringText {

    private static final int SHORT = 60;
    private static final int LONGEST_UNIT = 4;

    private StringText() {}

    static String of(String text) {
        for (int unit = 1; unit <= LONGEST_UNIT && text.length() > SHORT; unit++) {
            int times = text.length() / unit;
            String part = text.substring(0, unit);
            if (part.repeat(times).equals(text)) {
                return literal(part) + ".repeat(" + times + ")";
            }
        }
        return literal(text);
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ') {
                literal.append(String.format("\\%03o", (int) c));
            } else if (c > '~') {
                literal.append(String.format("\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
