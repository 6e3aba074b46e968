package dev.reelstore.domain.value;

/** Text without the difference between capitals and small letters, by one rule for every store. */
public final class CaseFolding {

    private CaseFolding() {}

    /**
     * Turns each character (code point) into the small one of its capital. No language and no normal form, and one
     * character stays one: {@code ß} is not {@code ss}, and {@code é} in one character is not the same as in two.
     */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
