package dev.reelstore.domain.value;

import org.jspecify.annotations.Nullable;

/** Text that may hold anything, made fit for a store: for messages, which are cut and mended, never refused. */
public final class Text {

    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    /**
     * The text with NUL and lone surrogates replaced by U+FFFD, cut to {@code most} characters (code points) with an
     * ellipsis at its end where it was longer. Null stays null.
     */
    public static @Nullable String fit(@Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        String mended = firstUnstorable(text) < 0 ? text : mend(text);
        if (mended.codePointCount(0, mended.length()) <= most) {
            return mended;
        }
        return mended.substring(0, mended.offsetByCodePoints(0, most - 1)) + '…';
    }

    /** The index of the first NUL or lone surrogate, or -1. */
    static int firstUnstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    static String name(char c) {
        return c == 0 ? "NUL" : "a lone surrogate";
    }

    private static String mend(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? REPLACEMENT : c)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }
}
