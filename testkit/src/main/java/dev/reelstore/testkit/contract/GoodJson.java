package dev.reelstore.testkit.contract;

import dev.reelstore.domain.value.JsonDocument;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text that every store takes as a document and gives back to the letter.
 *
 * @param what what is in it
 * @param text the text
 */
public record GoodJson(String what, String text) {

    /** One of every kind that a store might change, or refuse alone. */
    public static Stream<GoodJson> all() {
        return Stream.of(scalars(), numbers(), strings(), objects(), bounds()).flatMap(kind -> kind);
    }

    private static Stream<GoodJson> scalars() {
        return Stream.of(
                new GoodJson("null", "null"),
                new GoodJson("true", "true"),
                new GoodJson("false", "false"),
                new GoodJson("an empty string", "\"\""),
                new GoodJson("an empty object", "{}"),
                new GoodJson("an empty array", "[]"),
                new GoodJson("all four kinds of space", " \t\r\n{ \"b\" : 1 ,\n\t\"a\" : [ ] } \t\r\n"));
    }

    private static Stream<GoodJson> numbers() {
        return Stream.of(
                new GoodJson("zero", "0"),
                new GoodJson("the negative zero", "-0"),
                new GoodJson("a negative zero with all that a number has", "-0.00E-0"),
                new GoodJson("zeros at the end", "1.500"),
                new GoodJson("both signs and cases of an exponent", "[1e2, 1E2, 1e+2, 1E-2]"),
                new GoodJson("zeros before an exponent", "1e0000000000000000000000000000000000000000000000001"),
                new GoodJson("more than 64 bits", "[18446744073709551616, -9223372036854775809]"),
                new GoodJson("more than a double holds", "[0.1000000000000000055511151231257827, 1e400, 1e-400]"),
                new GoodJson("the longest number", "-" + "9".repeat(JsonDocument.MAX_DIGITS)),
                new GoodJson("the longest fraction", "0." + "9".repeat(JsonDocument.MAX_DIGITS - 1)),
                new GoodJson("the greatest exponent", "1e" + (JsonDocument.MAX_DIGITS - 1)),
                new GoodJson("the least exponent", "1e-" + (JsonDocument.MAX_DIGITS - 1)),
                new GoodJson("a zero with a great exponent", "0e999"));
    }

    private static Stream<GoodJson> strings() {
        return Stream.of(
                new GoodJson("every short escape", "\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\""),
                new GoodJson("escapes in both cases", "\"\\u00e9 \\u00E9 \\uABCD \\uabcd\""),
                new GoodJson("escaped control characters", "\"\\u0001 \\u001f \\u007f\""),
                new GoodJson("an escaped backslash before what looks like NUL", "\"\\\\u0000\""),
                new GoodJson("a character that is escaped as two", "\"\\uD83C\\uDFAC \\ud83c\\udfac\""),
                new GoodJson("the same as it is", "\"🎬\""),
                new GoodJson("two of them, escaped and not", "\"\\uD83C\\uDFAC🎬\\uD83C\\uDFAC\""),
                new GoodJson("an escape beside one", "\"\\u00e9🎬\\u00e9\""),
                new GoodJson("the first and the last of them", "\"\\uD800\\uDC00 \\uDBFF\\uDFFF\""),
                new GoodJson("what is no character", "\"\\uFFFE \\uFFFF \uFFFE \uFFFF\""),
                new GoodJson("invisible characters", "\"\u007F \u0085 \u00A0 \u2028 \u2029 \u202E \uFEFF\""),
                new GoodJson("letters that are composed and not", "\"\u00e9 e\u0301\""),
                new GoodJson("text as data", "\"'; DROP TABLE reelstore.job; -- ${x} #{y} {0} %s ?1 :n\""));
    }

    private static Stream<GoodJson> objects() {
        return Stream.of(
                new GoodJson("keys in no order", "{\"b\":1, \"a\":2}"),
                new GoodJson("an empty key", "{\"\":1}"),
                new GoodJson(
                        "keys that look alike", "{\"a\":1,\"A\":2,\"a \":3,\"\u00e9\":4,\"e\u0301\":5,\"\uFEFFa\":6}"),
                new GoodJson("an escaped key", "{\"\\u0061\":1,\"b\":2}"),
                new GoodJson("a key in different objects", "{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}]}"),
                new GoodJson("a key that Java's objects have", "{\"__proto__\":{},\"class\":null,\"@type\":\"x\"}"),
                new GoodJson("every kind in an array", "[null,true,false,0,\"\",{},[]]"));
    }

    private static Stream<GoodJson> bounds() {
        int deepest = JsonDocument.MAX_DEPTH;
        String characters = "é🎬".repeat(JsonDocument.MAX_LENGTH / 3 - 1);
        return Stream.of(
                new GoodJson("the deepest array", "[".repeat(deepest) + "]".repeat(deepest)),
                new GoodJson("the deepest object", "{\"a\":".repeat(deepest) + "1" + "}".repeat(deepest)),
                new GoodJson("as many arrays as one likes beside each other", "[" + "[],".repeat(200) + "[]]"),
                new GoodJson("the longest string", filled("\"" + characters)),
                new GoodJson(
                        "many keys",
                        IntStream.range(0, 1_000)
                                .mapToObj(i -> "\"" + i + "\":" + i)
                                .collect(Collectors.joining(",", "{", "}"))));
    }

    /** To the greatest length. */
    private static String filled(String begun) {
        return begun + "a".repeat(JsonDocument.MAX_LENGTH - begun.length() - 1) + "\"";
    }

    @Override
    public String toString() {
        return what;
    }
}
