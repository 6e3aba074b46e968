package dev.reelstore.testkit.mutation;

import java.util.List;
import java.util.stream.Stream;

/** Mistakes in the check of documents. */
final class JsonBugs {

    /** What stands there, and what instead. */
    private record Edit(String name, String find, String replace) {
        PlantedBug in(String type) {
            return PlantedBug.of(name, type + ".java", find, replace);
        }
    }

    private static final String KEYS = """
                private void object(int depth) {
                    open(depth);
                    if (closed('}')) {
                        return;
                    }
                    Set<String> keys = new HashSet<>();
            """;

    private static final List<Edit> TEXT = List.of(
            new Edit("halves of a character are stored", "if (bad >= 0)", "if (false)"),
            new Edit("the length has no bound", "text.length() > JsonDocument.MAX_LENGTH", "false"),
            new Edit("the length is less", "> JsonDocument.MAX_LENGTH", ">= JsonDocument.MAX_LENGTH"),
            new Edit("a form feed is space", " \\t\\n\\r", " \\t\\n\\r\\f"),
            new Edit("a tab is none", " \\t\\n\\r", " \\n\\r"),
            new Edit("the place is one too far", "\" at index \" + place", "\" at index \" + (place + 1)"));

    private static final List<Edit> STRUCTURE = List.of(
            new Edit("a second value is not seen", "!cursor.ended()", "false"),
            new Edit(
                    "a key may be there twice",
                    "!keys.add(JsonString.read(cursor))",
                    "JsonString.read(cursor) == null"),
            new Edit(
                    "space at the end of a key does not count",
                    "keys.add(JsonString.read(cursor))",
                    "keys.add(JsonString.read(cursor).strip())"),
            new Edit(
                    "capitals in a key do not count",
                    "keys.add(JsonString.read(cursor))",
                    "keys.add(JsonString.read(cursor).toUpperCase())"),
            new Edit(
                    "keys of all objects count",
                    KEYS,
                    "    private final Set<String> keys = new HashSet<>();\n\n" + KEYS.replaceFirst(" +Set<.*", "")),
            new Edit("the depth has no bound", "depth > JsonDocument.MAX_DEPTH", "false"),
            new Edit("the depth is less", "depth > JsonDocument.MAX_DEPTH", "depth >= JsonDocument.MAX_DEPTH"),
            new Edit(
                    "what is beside counts as deeper",
                    "value(depth);\n        } while (more(']'));",
                    "value(depth++);\n        } while (more(']'));"),
            new Edit(
                    "a comma may be last in an array",
                    "        do {\n            value(depth);",
                    "        do {\n            if (closed(']')) {\n return;\n }\n value(depth);"),
            new Edit("commas may be left out", "cursor.demand(',');", "cursor.passed(',');"),
            new Edit("colons may be left out", "cursor.demand(':');", "cursor.passed(':');"),
            new Edit(
                    "words come in capitals, too",
                    "!cursor.passed(\"true\")",
                    "!cursor.passed(\"True\") && !cursor.passed(\"true\")"));

    private static final List<Edit> STRINGS = List.of(
            new Edit(
                    "keys are told by how they are written",
                    "return said.toString();",
                    "return said.append(cursor.at()).toString();"),
            new Edit("control characters may be raw", "cursor.peek() < ' '", "cursor.ended()"),
            new Edit("tabs may be raw", "cursor.peek() < ' '", "cursor.peek() < ' ' && cursor.peek() != '\\t'"),
            new Edit("the last of the control characters may be raw", "cursor.peek() < ' '", "cursor.peek() < 0x1F"),
            new Edit(
                    "delete is a control character",
                    "cursor.peek() < ' '",
                    "cursor.peek() < ' ' || cursor.peek() == 0x7F"),
            new Edit("NUL may be escaped", "c != 0 && ", ""),
            new Edit("halves may be escaped alone", "c != 0 && !Character.isSurrogate(c)", "c != 0"),
            new Edit("first halves may be escaped alone", "!Character.isSurrogate(c)", "!Character.isLowSurrogate(c)"),
            new Edit(
                    "second halves may be escaped alone", "!Character.isSurrogate(c)", "!Character.isHighSurrogate(c)"),
            new Edit("any escape goes with a first half", "if (Character.isLowSurrogate(low))", "if (true)"),
            new Edit("no half may be escaped", "Character.isHighSurrogate(c) && cursor", "false && cursor"),
            new Edit("a slash may not be escaped", "case '\"', '\\\\', '/' -> kind;", "case '\"', '\\\\' -> kind;"),
            new Edit(
                    "other quotes may be escaped",
                    "case '\"', '\\\\', '/' -> kind;",
                    "case '\"', '\\\\', '/', '\\'' -> kind;"),
            new Edit("one more escape is known", "default -> throw", "case 'x' -> kind;\n default -> throw"),
            new Edit(
                    "digits of any script are hexadecimal",
                    "c < 128 ? Character.digit(c, 16) : -1",
                    "Character.digit(c, 16)"),
            new Edit(
                    "hexadecimal digits come in small letters only",
                    "c < 128 ?",
                    "c < 128 && !Character.isUpperCase(c) ?"));

    private static final List<Edit> NUMBERS = List.of(
            new Edit(
                    "a number may begin with a plus",
                    "return c == '-' || digit(c);",
                    "return c == '-' || c == '+' || digit(c);"),
            new Edit("zeros may lead", "cursor.passed('0') ? 1 : digits()", "digits()"),
            new Edit("there may be no digits", "if (cursor.at() == start) {", "if (false) {"),
            new Edit("an exponent may be empty", "if (!digit(cursor.peek())) {", "if (false) {"),
            new Edit("an exponent has no capital", "cursor.passed('e') || cursor.passed('E')", "cursor.passed('e')"),
            new Edit("an exponent has no plus", "cursor.passed('+');", ""),
            new Edit("digits have no bound", "> JsonDocument.MAX_DIGITS)", "> Integer.MAX_VALUE)"),
            new Edit("digits are fewer", "> JsonDocument.MAX_DIGITS)", ">= JsonDocument.MAX_DIGITS)"),
            new Edit("exponents do not count", "return negative ? -size : size;", "return 0;"),
            new Edit(
                    "exponents overflow",
                    "Math.min(size * 10 + cursor.take() - '0', TOO_MUCH)",
                    "size * 10 + cursor.take() - '0'"),
            new Edit("negative exponents make numbers shorter", "Math.max(0, fraction - exponent)", "fraction"),
            new Edit("any digit of any script is one", "return c >= '0' && c <= '9';", "return Character.isDigit(c);"));

    private JsonBugs() {}

    static Stream<PlantedBug> all() {
        return Stream.of(
                        TEXT.stream().map(edit -> edit.in("JsonCursor")),
                        STRUCTURE.stream().map(edit -> edit.in("JsonCheck")),
                        STRINGS.stream().map(edit -> edit.in("JsonString")),
                        NUMBERS.stream().map(edit -> edit.in("JsonNumber")))
                .flatMap(bugs -> bugs);
    }
}
