package dev.reelstore.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.InvalidDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonDocumentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " { } ",
                "[]",
                "null",
                "true",
                "false",
                "0",
                "-0",
                "-0.5e+10",
                "1E3",
                "\"\"",
                "\"😀\\n\\u00e9\"",
                "{\"a\":{\"a\":1},\"b\":[1,{\"a\":2}]}",
                "{\"b\":1, \"a\":2}",
                "\"\\uD83D\\uDE00\"",
                "123456789012345678901234567890",
            })
    void validDocumentsAreKeptToTheLetter(String text) {
        assertThat(new JsonDocument(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "'a'",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "nul",
                "tru",
                "NaN",
                "1 2",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "\"\\u0000\"",
                "\"\\uD800\"",
                "\"\\uDC00\\uD800\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\t\"",
                "\"abc",
                "{\"a\" 1}",
                "[1 2]",
                "\uFEFF{}",
                "{\"a\":1}}",
                "\u00a01",
                "\"a\0b\"",
                "\0",
                "{}\0",
                "\"\\u\u0661\u0661\u0661\u0661\"",
                "\"\uD83D\"",
                "\"\\uD83D\uDE00\"",
                "\"\uD83D" + "\\uDE00\"",
                "1e400000",
                "1e1000",
                "-",
            })
    void invalidDocumentsAreRefusedWithTheirPlace(String text) {
        assertThatThrownBy(() -> new JsonDocument(text))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageMatching("(?s)JSON document has .* at index \\d+: expected .*");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    [1;2]    | ';' at index 2: expected ','
                    [\u00a01] | U+00A0 at index 1: expected a value
                    [😀]     | U+1F600 at index 1: expected a value
                    [é]      | 'é' at index 1: expected a value
                    [        | the end at index 1: expected a value
                    """, delimiter = '|')
    void aRefusalShowsWhatIsThere(String text, String complaint) {
        assertThatThrownBy(() -> new JsonDocument(text)).hasMessage("JSON document has " + complaint);
    }

    @Test
    void depthAndLengthAreBounded() {
        int deepest = JsonDocument.MAX_DEPTH;
        assertThat(new JsonDocument("[".repeat(deepest) + "]".repeat(deepest)).text())
                .hasSize(2 * deepest);
        assertThatThrownBy(() -> new JsonDocument("[".repeat(deepest + 1) + "]".repeat(deepest + 1)))
                .hasMessageContaining("at most 100 levels");
        assertThatThrownBy(() -> new JsonDocument("\"" + "a".repeat(JsonDocument.MAX_LENGTH) + "\""))
                .hasMessageContaining("at most 1048576 are allowed");
    }
}
