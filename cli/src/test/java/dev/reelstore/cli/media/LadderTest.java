package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LadderTest {

    @ParameterizedTest(name = "{0}x{1} up to {2}: {3}")
    @CsvSource({
        "1280, 720, 720p, 720p 1280x720 480p 854x480 360p 640x360 240p 426x240",
        "1920, 1080, 720p, 720p 1280x720 480p 854x480 360p 640x360 240p 426x240",
        "1920, 1080, 1080p, 1080p 1920x1080 720p 1280x720 480p 854x480 360p 640x360",
        "3840, 2160, 2160p, 2160p 3840x2160 1440p 2560x1440 1080p 1920x1080 720p 1280x720",
        "7680, 4320, 2160p, 2160p 3840x2160 1440p 2560x1440 1080p 1920x1080 720p 1280x720",
        "640, 360, 720p, 360p 640x360 240p 426x240 144p 256x144",
        "320, 240, 720p, 240p 320x240 144p 192x144",
        "256, 144, 720p, 144p 256x144",
        "1280, 720, 144p, 144p 256x144",
    })
    void aSourceOnAStepGetsThatStepAndThoseBelow(int width, int height, String limit, String expected) {
        assertThat(describe(new Ladder(limit).rungs(width, height))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}x{1} up to {2}: {3}")
    @CsvSource({
        "768, 576, 720p, original 768x576 480p 640x480 360p 480x360 240p 320x240",
        "560, 320, 720p, original 560x320 240p 420x240 144p 252x144",
        "384, 288, 720p, original 384x288 240p 320x240 144p 192x144",
        "320, 180, 720p, original 320x180 144p 256x144",
        "1920, 800, 1080p, 720p 1728x720 480p 1152x480 360p 864x360 240p 576x240",
        "1920, 817, 1080p, original 1920x816 720p 1692x720 480p 1128x480 360p 846x360",
        "1920, 817, 720p, 720p 1692x720 480p 1128x480 360p 846x360 240p 564x240",
        "1280, 718, 720p, original 1280x718 480p 856x480 360p 642x360 240p 428x240",
        "854, 484, 720p, 480p 846x480 360p 636x360 240p 424x240 144p 254x144",
    })
    void aSourceBetweenStepsKeepsItsSizeWhereMoreThanATenthWouldBeLost(
            int width, int height, String limit, String expected) {
        assertThat(describe(new Ladder(limit).rungs(width, height))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}x{1}: {2}")
    @CsvSource({
        "100, 75, original 100x74",
        "176, 143, original 176x142",
        "1, 1, original 2x2",
        "64, 2, original 64x2",
    })
    void aSourceBelowTheLowestStepGetsItsOwnSizeAlone(int width, int height, String expected) {
        assertThat(describe(new Ladder("720p").rungs(width, height))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}x{1}: {2}")
    @CsvSource({
        "720, 1280, 720p 406x720 480p 270x480 360p 202x360 240p 136x240",
        "360, 640, original 360x640 480p 270x480 360p 202x360 240p 136x240",
        "2, 2000, 720p 2x720 480p 2x480 360p 2x360 240p 2x240",
    })
    void thePortraitLadderIsMeasuredByHeightToo(int width, int height, String expected) {
        assertThat(describe(new Ladder("720p").rungs(width, height))).isEqualTo(expected);
    }

    @Test
    void everySourceFrom240LinesOnGetsTwoToFourDistinctEvenRungsThatAreNoLarger() {
        for (String limit : List.of("2160p", "720p", "240p")) {
            for (int height = 240; height <= 4400; height++) {
                List<Rung> rungs = new Ladder(limit).rungs(height * 16 / 9, height);
                assertThat(rungs).as("%s of %s lines", limit, height).hasSizeBetween(2, 4);
                assertThat(rungs).extracting(Rung::level).doesNotHaveDuplicates();
                assertThat(rungs).extracting(Rung::height).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
                assertThat(rungs.get(0).height()).isLessThanOrEqualTo(height);
            }
        }
    }

    @Test
    void anUnknownLimitIsRefusedWithTheLevelsThereAre() {
        assertThatThrownBy(() -> new Ladder("719p"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the highest level is 719p: it must be one of"
                        + " 2160p, 1440p, 1080p, 720p, 480p, 360p, 240p, 144p");
        assertThatThrownBy(() -> new Ladder("original")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String describe(List<Rung> rungs) {
        return rungs.stream()
                .map(rung -> rung.level() + " " + rung.width() + "x" + rung.height())
                .collect(Collectors.joining(" "));
    }
}
