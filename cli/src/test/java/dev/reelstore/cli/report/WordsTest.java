package dev.reelstore.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "0,0 B",
        "999,999 B",
        "1000,1.0 kB",
        "99449,99.4 kB",
        "99951,100 kB",
        "999499,999 kB",
        "999500,1.0 MB",
        "1234567,1.2 MB",
        "9223372036854775807,9.2 EB"
    })
    void bytesInStepsOfAThousand(long bytes, String words) {
        assertThat(Words.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,0.0 s", "7550,7.5 s", "59999,59.9 s", "60000,1:00", "185000,3:05", "3607000,1:00:07"})
    void durations(long millis, String words) {
        assertThat(Words.duration(Duration.ofMillis(millis))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,0 files", "1,1 file", "2,2 files"})
    void counts(long number, String words) {
        assertThat(Words.count(number, "file")).isEqualTo(words);
    }
}
