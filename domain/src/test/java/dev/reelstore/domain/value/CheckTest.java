package dev.reelstore.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.Repeat;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckTest {

    @Test
    void refusalNamesFieldValueAndRule() {
        assertThatThrownBy(() -> Check.range("job priority", 40_000, -5, 5))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("job priority is 40000: it must be -5 to 5")
                .satisfies(thrown ->
                        assertThat(((InvalidDataException) thrown).repeat()).isEqualTo(Repeat.USELESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\uD800", "x\uDC00y", "\uDC00\uD800"})
    void nulAndLoneSurrogatesAreRefused(String hostile) {
        assertThatThrownBy(() -> Check.text("title", hostile, 10))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("title holds");
        assertThatThrownBy(() -> Check.optionalText("title", hostile, 10)).isInstanceOf(InvalidDataException.class);
    }

    @Test
    void lengthCountsCharactersNotCodeUnits() {
        assertThat(Check.text("title", "😀😀", 2)).isEqualTo("😀😀");
        assertThatThrownBy(() -> Check.text("title", "😀😀", 1))
                .hasMessage("title has 2 characters: at most 1 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void requiredTextIsNotBlank(String blank) {
        assertThatThrownBy(() -> Check.text("type", blank, 10)).hasMessageContaining("type is blank");
        assertThat(Check.optionalText("note", blank, 10)).isEqualTo(blank);
    }

    @Test
    void timesAreCutToTheMicrosecond() {
        assertThat(Check.instant("at", Instant.parse("2026-01-01T00:00:00.123456789Z")))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
        assertThat(Check.duration("wait", Duration.ofNanos(1_999))).isEqualTo(Duration.ofNanos(1_000));
        assertThatThrownBy(() -> Check.instant("at", Instant.MAX)).hasMessageContaining("at is +1000000000");
        assertThatThrownBy(() -> Check.duration("wait", Duration.ofMillis(-1)))
                .hasMessageContaining("wait is PT-0.001S");
        assertThatThrownBy(() -> Check.positive("lease", Duration.ofNanos(5_000)))
                .hasMessageContaining("at least 1 ms");
    }

    @Test
    void messagesAreMendedAndCutNotRefused() {
        assertThat(Text.fit("a\0b\uD800c", 10)).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(Text.fit("😀😀😀", 2)).isEqualTo("😀…");
        assertThat(Text.fit("fits", 4)).isEqualTo("fits");
        assertThat(Text.fit(null, 4)).isNull();
    }

    @Test
    void sourceHashIsSixtyFourHexDigitsInLowerCase() {
        assertThat(new SourceHash("AB".repeat(32)).hex()).isEqualTo("ab".repeat(32));
        assertThatThrownBy(() -> new SourceHash("ab")).hasMessageContaining("64 hexadecimal digits");
        assertThatThrownBy(() -> new SourceHash("g".repeat(64))).isInstanceOf(InvalidDataException.class);
    }
}
