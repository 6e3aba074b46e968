package dev.reelstore.domain.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoStatus;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class QualityWordsTest {

    @Test
    void levelsAreReadByTheirLabelsBestFirst() {
        assertThat(Arrays.stream(QualityLevel.values()).map(QualityLevel::label))
                .containsExactly("2160p", "1440p", "1080p", "720p", "480p", "360p", "240p", "144p", "original");
        assertThat(Arrays.stream(QualityLevel.values()).map(level -> QualityLevel.parse(level.label())))
                .containsExactly(QualityLevel.values());
        assertThatThrownBy(() -> QualityLevel.parse("8k"))
                .hasMessageContaining("'8k'")
                .hasMessageContaining("original");
    }

    @Test
    void readyRenditionCarriesItsFacts() {
        MediaFacts facts = MediaFacts.UNKNOWN.width(1280).height(720).fps(29.97);
        NewQuality quality = NewQuality.of(VideoId.next(), QualityLevel.LEVEL_720P, "file:///a.mp4")
                .ready(facts);
        assertThat(quality.status()).isEqualTo(QualityStatus.READY);
        assertThat(quality.facts()).isEqualTo(facts);
        assertThat(quality.variant()).isEmpty();
    }

    @Test
    void impossibleFactsAreRefused() {
        assertThatThrownBy(() -> MediaFacts.UNKNOWN.width(-1)).hasMessage("width is -1: it must be 0 to 2147483647");
        assertThatThrownBy(() -> MediaFacts.UNKNOWN.fps(Double.POSITIVE_INFINITY))
                .hasMessageContaining("fps is Infinity");
        assertThatThrownBy(() -> new AudioFacts(null, null, -1, null)).hasMessageContaining("sample rate");
    }

    @Test
    void statusesAreReadInAnyCase() {
        assertThat(QualityStatus.parse("ready")).isEqualTo(QualityStatus.READY);
        assertThat(VideoStatus.parse("Published")).isEqualTo(VideoStatus.PUBLISHED);
        assertThatThrownBy(() -> QualityStatus.parse("x")).hasMessageContaining("processing, ready, failed");
        assertThatThrownBy(() -> NewVideo.ofExternalId(" ")).hasMessageContaining("video external id is blank");
    }
}
