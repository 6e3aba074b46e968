package dev.reelstore.testkit.contract;

import dev.reelstore.domain.value.JsonDocument;
import java.util.stream.Stream;

/**
 * A text that no store takes as a document.
 *
 * @param what what is wrong with it
 * @param text the text
 * @param complaint what a refusal says of it: the place and the rule
 */
public record BadJson(String what, String text, String complaint) {

    private static final String END = "one value, then nothing";
    private static final String STORABLE = "text without NUL and lone surrogates";
    private static final String SURROGATE = "no escape of a lone surrogate";
    private static final String ESCAPE = "one of the escapes";
    private static final String CONTROL = "a closing quote, and escapes for control characters";
    private static final String HEXADECIMAL = "four hexadecimal digits";
    private static final String DIGITS = "a number of at most 1000 digits";

    /** One of every kind that some store or library would take, or change in silence. */
    public static Stream<BadJson> all() {
        return Stream.of(wholes(), words(), numbers(), strings(), surrogates(), structures(), bounds())
                .flatMap(kind -> kind);
    }

    private static Stream<BadJson> wholes() {
        return Stream.of(
                at("nothing", "", 0, "a value"),
                at("only space", " \n", 2, "a value"),
                at("two values", "1 2", 2, END),
                at("two documents", "{}\n{}", 3, END),
                at("an end too many", "{\"a\":1}}", 7, END),
                at("a byte order mark", "\uFEFF{}", 0, "a value"),
                at("a space of another kind", "\u00A01", 0, "a value"),
                at("a line separator between values", "[1,\u20282]", 3, "a value"),
                at("a form feed between values", "[1,\f2]", 3, "a value"),
                at("a vertical tab at the end", "1\u000B", 1, END),
                at("NUL at the end", "{}\0", 2, STORABLE),
                at("NUL alone", "\0", 0, STORABLE),
                at("a comment", "1 // one", 2, END),
                at("a comment before the value", "/* one */ 1", 0, "a value"));
    }

    private static Stream<BadJson> words() {
        return Stream.of(
                at("a word cut short", "tru", 0, "a value"),
                at("a word that goes on", "nullx", 4, END),
                at("capitals", "True", 0, "a value"),
                at("not a number", "NaN", 0, "a value"),
                at("infinity", "-Infinity", 1, "a digit"),
                at("a word without quotes", "[one]", 1, "a value"),
                at("other quotes", "'a'", 0, "a value"));
    }

    private static Stream<BadJson> numbers() {
        return Stream.of(
                at("only a sign", "-", 1, "a digit"),
                at("two signs", "--1", 1, "a digit"),
                at("plus", "+1", 0, "a value"),
                at("a leading zero", "01", 1, END),
                at("a leading zero after a sign", "[-01]", 3, "','"),
                at("no digit before the point", ".5", 0, "a value"),
                at("no digit after the point", "1.", 2, "a digit"),
                at("no digit between point and exponent", "1.e1", 2, "a digit"),
                at("an empty exponent", "1e", 2, "a digit"),
                at("an exponent of a sign", "1e+", 3, "a digit"),
                at("a fraction in an exponent", "1e1.5", 3, END),
                at("hexadecimal digits", "0x1F", 1, END),
                at("digits of another script", "\u0661", 0, "a value"),
                at("digits in groups", "1_000", 1, END),
                at("an exponent beyond what can be cast", "1e400000", 0, DIGITS),
                at("a negative one", "[1, -1e-400000]", 4, DIGITS),
                at("an exponent beyond 64 bits", "1e99999999999999999999", 0, DIGITS),
                at("an exponent whose lower 32 bits are one", "1e4294967297", 0, DIGITS),
                at("one digit too many", "9".repeat(JsonDocument.MAX_DIGITS + 1), 0, DIGITS),
                at("one digit too many after the point", "0." + "9".repeat(JsonDocument.MAX_DIGITS), 0, DIGITS),
                at("an exponent one too great", "1e" + JsonDocument.MAX_DIGITS, 0, DIGITS),
                at("an exponent one too small", "1e-" + JsonDocument.MAX_DIGITS, 0, DIGITS));
    }

    private static Stream<BadJson> strings() {
        return Stream.of(
                at("a string without an end", "\"abc", 4, CONTROL),
                at("an escaped quote at the end", "\"\\\"", 3, CONTROL),
                at("a line break in a string", "\"a\nb\"", 2, CONTROL),
                at("a tab in a string", "\"\t\"", 1, CONTROL),
                at("the last control character", "\"\u001F\"", 1, CONTROL),
                at("a control character in a key", "{\"a\u0001\":1}", 3, CONTROL),
                at("NUL in a string", "\"a\0b\"", 2, STORABLE),
                at("an escaped NUL", "\"a\\u0000\"", 2, "no escape of NUL"),
                at("an escaped NUL in a key", "{\"\\u0000\":1}", 2, "no escape of NUL"),
                at("an escape that is none", "\"\\x\"", 2, ESCAPE),
                at("an escape of another language", "\"\\0\"", 2, ESCAPE),
                at("an escaped quote of another kind", "\"\\'\"", 2, ESCAPE),
                at("a capital escape", "\"\\U0041\"", 2, ESCAPE),
                at("an escape without an end", "\"\\", 2, ESCAPE),
                at("three digits", "\"\\u12g4\"", 5, HEXADECIMAL),
                at("digits of another script in an escape", "\"\\u\u0661\u0661\u0661\u0661\"", 3, HEXADECIMAL),
                at("the escape of a point in braces", "\"\\u{1F3AC}\"", 3, HEXADECIMAL));
    }

    private static Stream<BadJson> surrogates() {
        return Stream.of(
                at("a first half alone", "\"\uD83C\"", 1, STORABLE),
                at("a second half alone", "\"a\uDFAC\"", 2, STORABLE),
                at("halves in the wrong order", "\"\uDFAC\uD83C\"", 1, STORABLE),
                at("a half in a key", "{\"\uD83C\":1}", 2, STORABLE),
                at("an escaped first half alone", "\"\\uD83C\"", 1, SURROGATE),
                at("an escaped second half alone", "\"a\\udfac\"", 2, SURROGATE),
                at("escaped halves in the wrong order", "\"\\uDFAC\\uD83C\"", 1, SURROGATE),
                at("two escaped first halves", "\"\\uD83C\\uD83C\\uDFAC\"", 1, SURROGATE),
                at("escaped halves with a letter between", "\"\\uD83Ca\\uDFAC\"", 1, SURROGATE),
                at("an escaped half before an escape of another kind", "\"\\uD83C\\n\"", 1, SURROGATE),
                at("an escaped half in a key", "[{\"a\\uD83C\":1}]", 4, SURROGATE),
                at("a first half escaped, the second not", "\"\\uD83C\uDFAC\"", 7, STORABLE),
                at("a second half escaped, the first not", "\"\uD83C" + "\\uDFAC\"", 1, STORABLE),
                at("the same in a key", "{\"\\uD83C\uDFAC\":1}", 8, STORABLE),
                at("an escaped half before a whole", "\"\\uD83C🎬\"", 1, SURROGATE),
                at("an escaped half after a whole", "\"🎬\\uDFAC\"", 3, SURROGATE));
    }

    private static Stream<BadJson> structures() {
        return Stream.of(
                at("an object without an end", "{", 1, "'\"'"),
                at("an array without an end", "[1", 2, "','"),
                at("ends that are crossed", "[{]}", 2, "'\"'"),
                at("a comma at the end of an array", "[1,]", 3, "a value"),
                at("a comma at the end of an object", "{\"a\":1,}", 7, "'\"'"),
                at("a comma at the beginning", "[,1]", 1, "a value"),
                at("two commas", "[1,,2]", 3, "a value"),
                at("no comma", "[1 2]", 3, "','"),
                at("no colon", "{\"a\" 1}", 5, "':'"),
                at("no value", "{\"a\":}", 5, "a value"),
                at("no key", "{:1}", 1, "'\"'"),
                at("a key without quotes", "{a:1}", 1, "'\"'"),
                at("a key that is a number", "{1:1}", 1, "'\"'"),
                aKeyTwice(),
                at("a key twice, once escaped", "{\"a\":1,\"\\u0061\":2}", 7, "a key that is not there already"),
                at(
                        "a key twice, its halves once escaped",
                        "{\"🎬\":1,\"\\uD83C\\uDFAC\":2}",
                        8,
                        "a key that is not there already"),
                at("an empty key twice", "[{\"\":1, \"\":1}]", 8, "a key that is not there already"));
    }

    private static Stream<BadJson> bounds() {
        int deepest = JsonDocument.MAX_DEPTH;
        return Stream.of(
                at("an array too deep", "[".repeat(deepest + 1) + "]".repeat(deepest + 1), deepest, "at most 100"),
                at("an array that only begins", "[".repeat(100_000), deepest, "at most 100 levels"),
                at(
                        "an object too deep",
                        "{\"a\":".repeat(deepest + 1) + "1" + "}".repeat(deepest + 1),
                        5 * deepest,
                        "at most 100 levels"),
                new BadJson(
                        "a text too long",
                        "\"" + "a".repeat(JsonDocument.MAX_LENGTH) + "\"",
                        "1048578 characters: at most 1048576 are allowed"));
    }

    /** The commonest. */
    static BadJson aKeyTwice() {
        return at("a key twice", "{\"a\":1,\"a\":2}", 7, "a key that is not there already");
    }

    private static BadJson at(String what, String text, int at, String expected) {
        return new BadJson(what, text, " at index " + at + ": expected " + expected);
    }

    @Override
    public String toString() {
        return what;
    }
}
