package dev.reelstore.acceptance.guides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoStatus;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Videos and their renditions. */
final class S1DatabaseServiceGuideTest {

    static Stream<Named<Reelstore>> stores() {
        return Guides.stores("guide_s1");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void theGuide(Reelstore reelstore) {
        try (reelstore) {
            Video made = reelstore.videos().create(NewVideo.draft().title("Holiday"));

            // get the video
            Video video = reelstore.videos().find(made.id()).orElseThrow();
            assertThat(video.title()).isEqualTo("Holiday");
            assertThat(reelstore.videos().updateStatus(video.id(), VideoStatus.PROCESSING))
                    .isTrue();

            // create a rendition, which is being processed
            VideoQuality quality = reelstore
                    .qualities()
                    .put(NewQuality.of(video.id(), QualityLevel.parse("720p"), "https://example.com/video_720p.mp4"));
            assertThat(quality.status()).isEqualTo(QualityStatus.PROCESSING);

            // update it with what was measured
            MediaFacts facts = MediaFacts.UNKNOWN
                    .fileSizeBytes(104_857_600L)
                    .bitrateKbps(5_000)
                    .width(1_280)
                    .height(720);
            assertThat(reelstore
                            .qualities()
                            .update(
                                    quality.id(),
                                    QualityPatch.NOTHING.facts(facts).status(QualityStatus.READY)))
                    .isTrue();

            // all renditions of the video, the best first
            reelstore.qualities().put(NewQuality.of(video.id(), QualityLevel.LEVEL_1080P, "https://example.com/1080p"));
            List<VideoQuality> qualities = reelstore.qualities().list(video.id());
            assertThat(qualities)
                    .extracting(each -> each.level() + ": " + each.status())
                    .containsExactly("1080p: PROCESSING", "720p: READY");
            assertThat(qualities.get(1).facts()).isEqualTo(facts);

            // the default, and a wrong id that leaves it alone
            assertThat(reelstore.qualities().setDefault(video.id(), quality.id()))
                    .isTrue();
            assertThat(reelstore.qualities().setDefault(video.id(), QualityId.next()))
                    .isFalse();
            assertThat(reelstore
                            .qualities()
                            .findDefault(video.id())
                            .orElseThrow()
                            .id())
                    .isEqualTo(quality.id());
        }
    }
}
