package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.quality.AudioFacts;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Every value of a video and a rendition is read as it was written, from the smallest to the greatest (G9). */
public interface MediaRoundTripContract extends Contract {

    /** The end of an hour that many time zones have twice. */
    Instant ODD = Instant.parse("2031-10-26T01:30:00.123456Z");

    @Test
    default void everyFieldOfAVideoIsKept(Persistence store) {
        String longest = "🎬";
        SourceHash hash = new SourceHash("c0ffee00".repeat(8));
        same(
                store,
                NewVideo.ofExternalId("yt-1")
                        .sourceHash(hash)
                        .channel(Given.channel(store))
                        .title("T")
                        .description("D")
                        .url("u")
                        .thumbnailUrl("t")
                        .duration(Duration.ofMillis(61_001))
                        .userId("me")
                        .views(3)
                        .likes(2)
                        .status(VideoStatus.PUBLISHED));
        same(
                store,
                NewVideo.draft()
                        .title("")
                        .description("")
                        .url("")
                        .thumbnailUrl("")
                        .userId("")
                        .duration(Duration.ZERO));
        same(
                store,
                NewVideo.ofExternalId(longest.repeat(200))
                        .title(longest.repeat(1_000))
                        .description(longest.repeat(100_000))
                        .url(longest.repeat(4_000))
                        .thumbnailUrl(longest.repeat(4_000))
                        .duration(Check.LONGEST)
                        .userId(longest.repeat(200))
                        .views(Long.MAX_VALUE)
                        .likes(Long.MAX_VALUE)
                        .status(VideoStatus.PROCESSING));
    }

    @Test
    default void everyFieldOfARenditionIsKept(Persistence store) {
        String longest = "🎬";
        same(
                store,
                new MediaFacts(
                        1L,
                        1280,
                        720,
                        "h264",
                        "mp4",
                        2_500,
                        Duration.ofMillis(90_061),
                        29.97,
                        "yuv420p",
                        "bt709",
                        "tv",
                        "16:9",
                        2_700L),
                new AudioFacts("aac", 128, 48_000, 2));
        same(store, MediaFacts.UNKNOWN, AudioFacts.UNKNOWN);
        same(
                store,
                new MediaFacts(0L, 0, 0, "", "", 0, Duration.ZERO, 0.0, "", "", "", "", 0L),
                new AudioFacts("", 0, 0, 0));
        String fifty = longest.repeat(50);
        same(
                store,
                new MediaFacts(
                        Long.MAX_VALUE,
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        fifty,
                        fifty,
                        Integer.MAX_VALUE,
                        Check.LONGEST,
                        100_000.0,
                        fifty,
                        fifty,
                        fifty,
                        longest.repeat(20),
                        Long.MAX_VALUE),
                new AudioFacts(fifty, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));
        same(store, MediaFacts.UNKNOWN.fps(24_000 / 1001.0), AudioFacts.UNKNOWN);
        same(store, MediaFacts.UNKNOWN.fps(Double.MIN_VALUE), AudioFacts.UNKNOWN);
    }

    private static void same(Persistence store, NewVideo asked) {
        Video made = store.videos().create(asked);
        Video video = store.videos().get(asked.id());
        assertThat(video).isEqualTo(made);
        assertThat(new NewVideo(
                        video.id(),
                        video.externalId(),
                        video.sourceHash(),
                        video.channel(),
                        video.title(),
                        video.description(),
                        video.url(),
                        video.thumbnailUrl(),
                        video.duration(),
                        video.userId(),
                        video.views(),
                        video.likes(),
                        video.status()))
                .isEqualTo(asked);
    }

    private static void same(Persistence store, MediaFacts facts, AudioFacts audio) {
        NewQuality asked = new NewQuality(
                QualityId.next(),
                Given.video(store),
                QualityLevel.ORIGINAL,
                "hdr",
                "u".repeat(4_000),
                QualityStatus.READY,
                facts,
                audio,
                Duration.ofMillis(7),
                ODD);
        VideoQuality made = store.qualities().put(asked);
        VideoQuality quality = store.qualities().get(asked.id());
        assertThat(quality).isEqualTo(made);
        assertThat(new NewQuality(
                        quality.id(),
                        quality.video(),
                        quality.level(),
                        quality.variant(),
                        quality.url(),
                        quality.status(),
                        quality.facts(),
                        quality.audio(),
                        quality.encodingTime(),
                        quality.processingStartedAt()))
                .isEqualTo(asked);
    }
}
