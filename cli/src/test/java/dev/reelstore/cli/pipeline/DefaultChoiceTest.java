package dev.reelstore.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.quality.AudioFacts;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DefaultChoiceTest {

    private static final VideoId VIDEO = VideoId.next();

    @Test
    void prefers720pThen1080pThen480pThen360p() {
        assertThat(chosen(ready("1080p"), ready("720p"), ready("480p"))).isEqualTo("720p");
        assertThat(chosen(ready("2160p"), ready("1080p"), ready("480p"))).isEqualTo("1080p");
        assertThat(chosen(ready("1440p"), ready("480p"), ready("360p"))).isEqualTo("480p");
        assertThat(chosen(ready("original"), ready("360p"), ready("240p"))).isEqualTo("360p");
    }

    @Test
    void takesTheTallestWhereNoneIsPreferred() {
        assertThat(chosen(ready("144p"), ready("240p"))).isEqualTo("240p");
        assertThat(chosen(ready("2160p"), ready("1440p"))).isEqualTo("2160p");
        assertThat(chosen(ready("240p"), quality("original", 320, QualityStatus.READY)))
                .isEqualTo("original");
        assertThat(chosen(ready("240p"), quality("original", 100, QualityStatus.READY)))
                .isEqualTo("240p");
    }

    @Test
    void takesNoneThatIsNotReady() {
        assertThat(chosen(quality("720p", 720, QualityStatus.FAILED), ready("360p")))
                .isEqualTo("360p");
        assertThat(DefaultChoice.among(List.of(quality("720p", 720, QualityStatus.PROCESSING))))
                .isEmpty();
    }

    private static String chosen(VideoQuality... qualities) {
        return DefaultChoice.among(List.of(qualities)).orElseThrow().level().label();
    }

    private static VideoQuality ready(String level) {
        QualityLevel parsed = QualityLevel.parse(level);
        return quality(level, parsed.lines(), QualityStatus.READY);
    }

    private static VideoQuality quality(String level, int height, QualityStatus status) {
        Instant now = Instant.EPOCH;
        return new VideoQuality(
                QualityId.next(),
                VIDEO,
                QualityLevel.parse(level),
                "",
                "file:///x",
                status,
                false,
                MediaFacts.UNKNOWN.height(height),
                AudioFacts.UNKNOWN,
                null,
                now,
                null,
                now,
                now);
    }
}
