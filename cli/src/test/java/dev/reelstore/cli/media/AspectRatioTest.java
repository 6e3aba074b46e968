package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AspectRatioTest {

    @ParameterizedTest(name = "{0}x{1} is {2}")
    @CsvSource({
        "1280, 720, 16:9", "854, 480, 16:9", "202, 360, 9:16", "82, 144, 9:16", "320, 240, 4:3", "500, 500, 1:1",
        "560, 320, 7:4", "1920, 800, 12:5", "720, 576, 5:4", "1920, 1200, 16:10", "1680, 720, 21:9", "97, 31, 97:31"
    })
    void aShapeIsNamedAsPeopleNameIt(int width, int height, String name) {
        assertThat(AspectRatio.of(width, height)).isEqualTo(name);
    }
}
