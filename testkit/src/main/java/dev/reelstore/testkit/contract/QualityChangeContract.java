package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.quality.AudioFacts;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityField;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changing one rendition, its status with it, and deleting one. */
public interface QualityChangeContract extends Contract {

    /** Facts of which everything is known. */
    MediaFacts FACTS = new MediaFacts(
            1L,
            1280,
            720,
            "h264",
            "mp4",
            2_500,
            Duration.ofSeconds(90),
            29.97,
            "yuv420p",
            "bt709",
            "tv",
            "16:9",
            2_700L);

    AudioFacts AUDIO = new AudioFacts("aac", 128, 48_000, 2);

    @Test
    default void aPatchSetsWhatItNamesAndKeepsTheRest(Fixture fixture) {
        Persistence store = fixture.persistence();
        MediaFacts none = MediaFacts.UNKNOWN;
        AudioFacts silent = AudioFacts.UNKNOWN;
        QualityPatch nothing = QualityPatch.NOTHING;
        Map<String, QualityPatch> patches = new LinkedHashMap<>();
        patches.put("url", nothing.url("new"));
        patches.put("facts.fileSizeBytes", nothing.facts(none.fileSizeBytes(Long.MAX_VALUE)));
        patches.put("facts.width", nothing.facts(none.width(0)));
        patches.put("facts.height", nothing.facts(none.height(Integer.MAX_VALUE)));
        patches.put("facts.codec", nothing.facts(none.codec("av1")));
        patches.put("facts.container", nothing.facts(none.container("")));
        patches.put("facts.bitrateKbps", nothing.facts(none.bitrateKbps(5)));
        patches.put("facts.duration", nothing.facts(none.duration(Duration.ZERO)));
        patches.put("facts.fps", nothing.facts(none.fps(24_000 / 1001.0)));
        patches.put("facts.pixelFormat", nothing.facts(none.pixelFormat("p")));
        patches.put("facts.colorSpace", nothing.facts(none.colorSpace("c")));
        patches.put("facts.colorRange", nothing.facts(none.colorRange("r")));
        patches.put("facts.aspectRatio", nothing.facts(none.aspectRatio("4:3")));
        patches.put("facts.frames", nothing.facts(none.frames(0L)));
        patches.put("audio.codec", nothing.audio(new AudioFacts("opus", null, null, null)));
        patches.put("audio.bitrateKbps", nothing.audio(new AudioFacts(null, 96, null, null)));
        patches.put("audio.sampleRateHz", nothing.audio(new AudioFacts(null, null, 44_100, null)));
        patches.put("audio.channels", nothing.audio(new AudioFacts(null, null, null, 6)));
        patches.put("encodingTime", nothing.encodingTime(Duration.ofMillis(1)));
        patches.put("processingStartedAt", nothing.processingStartedAt(Instant.parse("2020-02-29T00:00:00Z")));
        assertThat(silent).isEqualTo(nothing.audio());
        VideoQuality old = full(store);
        VideoQuality bystander = store.qualities().put(NewQuality.of(old.video(), QualityLevel.LEVEL_480P, "b"));

        patches.forEach((field, patch) -> {
            VideoQuality before = store.qualities().get(old.id());
            fixture.advance(Duration.ofSeconds(1));

            assertThat(store.qualities().update(old.id(), patch)).isTrue();

            VideoQuality after = store.qualities().get(old.id());
            assertThat(Fields.changed(before, after)).containsExactly(field);
            assertThat(Fields.of(after).get(field)).isEqualTo(Fields.of(patch).get(field));
            assertThat(after.updatedAt()).isBetween(before.updatedAt().plusSeconds(1), store.now());
        });
        assertThat(store.qualities().get(bystander.id())).isEqualTo(bystander);
    }

    @Test
    default void aPatchClearsWhatItNamesAndKeepsTheRest(Persistence store) {
        Map<QualityField, String> names = new EnumMap<>(QualityField.class);
        names.put(QualityField.FILE_SIZE_BYTES, "facts.fileSizeBytes");
        names.put(QualityField.WIDTH, "facts.width");
        names.put(QualityField.HEIGHT, "facts.height");
        names.put(QualityField.CODEC, "facts.codec");
        names.put(QualityField.CONTAINER, "facts.container");
        names.put(QualityField.BITRATE_KBPS, "facts.bitrateKbps");
        names.put(QualityField.DURATION, "facts.duration");
        names.put(QualityField.FPS, "facts.fps");
        names.put(QualityField.PIXEL_FORMAT, "facts.pixelFormat");
        names.put(QualityField.COLOR_SPACE, "facts.colorSpace");
        names.put(QualityField.COLOR_RANGE, "facts.colorRange");
        names.put(QualityField.ASPECT_RATIO, "facts.aspectRatio");
        names.put(QualityField.FRAMES, "facts.frames");
        names.put(QualityField.AUDIO_CODEC, "audio.codec");
        names.put(QualityField.AUDIO_BITRATE_KBPS, "audio.bitrateKbps");
        names.put(QualityField.AUDIO_SAMPLE_RATE_HZ, "audio.sampleRateHz");
        names.put(QualityField.AUDIO_CHANNELS, "audio.channels");
        names.put(QualityField.ENCODING_TIME, "encodingTime");
        VideoQuality old = full(store);

        for (QualityField field : QualityField.values()) {
            VideoQuality before = store.qualities().get(old.id());

            assertThat(store.qualities().update(old.id(), QualityPatch.NOTHING.clear(field)))
                    .isTrue();

            assertThat(Fields.changed(before, store.qualities().get(old.id()))).containsExactly(names.get(field));
        }
        VideoQuality cleared = store.qualities().get(old.id());
        assertThat(cleared.facts()).isEqualTo(MediaFacts.UNKNOWN);
        assertThat(cleared.audio()).isEqualTo(AudioFacts.UNKNOWN);
        assertThat(cleared.encodingTime()).isNull();
    }

    @Test
    default void anEmptyPatchAndOneOfAMissingRenditionChangeNothing(Fixture fixture) {
        Persistence store = fixture.persistence();
        VideoQuality old = full(store);
        fixture.advance(Duration.ofSeconds(1));

        assertThat(store.qualities().update(old.id(), QualityPatch.NOTHING)).isFalse();
        assertThat(store.qualities().update(QualityId.next(), QualityPatch.NOTHING.url("a")))
                .isFalse();

        assertThat(store.qualities().get(old.id())).isEqualTo(old);
    }

    @Test
    default void aPatchThatBreaksARuleIsRefused(Persistence store) {
        QualityPatch sized = QualityPatch.NOTHING.facts(MediaFacts.UNKNOWN.width(1));
        QualityPatch working = QualityPatch.NOTHING.status(QualityStatus.PROCESSING);

        assertThatThrownBy(() -> sized.clear(QualityField.WIDTH))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("WIDTH");
        assertThat(sized.clear(QualityField.HEIGHT).cleared()).containsExactly(QualityField.HEIGHT);
        assertThatThrownBy(() -> QualityPatch.NOTHING.url(" ")).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> QualityPatch.NOTHING.processingCompletedAt(Instant.EPOCH))
                .isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> working.processingCompletedAt(Instant.EPOCH))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("PROCESSING");
    }

    @Test
    default void aStatusInAPatchSetsTheTimeOfCompletionUnlessThePatchDoes(Fixture fixture) {
        Persistence store = fixture.persistence();
        QualityId id = full(store).id();
        Instant given = Instant.parse("2020-02-29T00:00:00.123456Z");

        store.qualities().update(id, QualityPatch.NOTHING.status(QualityStatus.PROCESSING));
        assertThat(store.qualities().get(id).processingCompletedAt()).isNull();
        fixture.advance(Duration.ofSeconds(1));
        store.qualities().update(id, QualityPatch.NOTHING.status(QualityStatus.READY));
        VideoQuality ready = store.qualities().get(id);
        assertThat(ready.processingCompletedAt()).isEqualTo(ready.updatedAt());
        store.qualities()
                .update(id, QualityPatch.NOTHING.status(QualityStatus.FAILED).processingCompletedAt(given));
        assertThat(store.qualities().get(id).processingCompletedAt()).isEqualTo(given);
        store.qualities().update(id, QualityPatch.NOTHING.url("new"));
        assertThat(store.qualities().get(id).processingCompletedAt()).isEqualTo(given);
    }

    @Test
    default void aDefaultThatIsPatchedToFailedLosesItsFlagAndNoOtherPatchTakesIt(Persistence store) {
        VideoQuality old = full(store);
        store.qualities().setDefault(old.video(), old.id());

        store.qualities().update(old.id(), QualityPatch.NOTHING.url("new").clear(QualityField.CODEC));
        store.qualities().update(old.id(), QualityPatch.NOTHING.status(QualityStatus.PROCESSING));
        assertThat(store.qualities().get(old.id()).isDefault()).isTrue();
        store.qualities().update(old.id(), QualityPatch.NOTHING.status(QualityStatus.FAILED));
        assertThat(store.qualities().get(old.id()).isDefault()).isFalse();
        store.qualities().update(old.id(), QualityPatch.NOTHING.status(QualityStatus.READY));
        assertThat(store.qualities().findDefault(old.video())).isEmpty();
    }

    @Test
    default void playersFindTheDefaultOnceItIsReady(Persistence store) {
        VideoId video = Given.video(store);
        VideoQuality quality = store.qualities().put(NewQuality.of(video, QualityLevel.LEVEL_720P, "a"));
        assertThat(store.qualities().findDefaultReady(video)).isEmpty();
        store.qualities().setDefault(video, quality.id());

        assertThat(store.qualities().findDefaultReady(video)).isEmpty();
        assertThat(store.qualities().findDefault(video)).isPresent();
        store.qualities().updateStatus(quality.id(), QualityStatus.READY);

        assertThat(store.qualities().findDefaultReady(video))
                .contains(store.qualities().get(quality.id()));
    }

    @Test
    default void aRenditionIsDeletedAndItsVideoHasNoDefaultThen(Persistence store) {
        VideoQuality old = full(store);
        VideoQuality other = store.qualities().put(NewQuality.of(old.video(), QualityLevel.LEVEL_480P, "b"));
        store.qualities().setDefault(old.video(), old.id());

        assertThat(store.qualities().delete(old.id())).isTrue();

        assertThat(store.qualities().find(old.id())).isEmpty();
        assertThat(store.qualities().findDefault(old.video())).isEmpty();
        assertThat(store.qualities().list(old.video())).containsExactly(other);
        assertThat(store.qualities().delete(old.id())).isFalse();
        assertThat(store.qualities().update(old.id(), QualityPatch.NOTHING.url("a")))
                .isFalse();
        VideoQuality again = store.qualities().put(NewQuality.of(old.video(), QualityLevel.LEVEL_720P, "c"));
        assertThat(again.id()).isNotEqualTo(old.id());
        assertThat(again.isDefault()).isFalse();
    }

    /** What a pipeline does: look the video up, begin a rendition, finish it, list. */
    @Test
    default void aPipelineBeginsARenditionFinishesItAndListsIt(Persistence store) {
        VideoId video = store.videos().get(Given.video(store)).id();
        VideoQuality begun = store.qualities()
                .put(NewQuality.of(video, QualityLevel.LEVEL_720P, "https://cdn.example.com/720p.mp4"));
        assertThat(begun.status()).isEqualTo(QualityStatus.PROCESSING);

        assertThat(store.qualities()
                        .update(
                                begun.id(),
                                QualityPatch.NOTHING.ready(MediaFacts.UNKNOWN
                                        .fileSizeBytes(104_857_600L)
                                        .bitrateKbps(5_000)
                                        .width(1280)
                                        .height(720))))
                .isTrue();

        assertThat(store.qualities().list(video))
                .singleElement()
                .satisfies(ready -> assertThat(Fields.changed(begun, ready))
                        .containsExactlyInAnyOrder(
                                "status",
                                "processingCompletedAt",
                                "facts.fileSizeBytes",
                                "facts.bitrateKbps",
                                "facts.width",
                                "facts.height"));
    }

    private static VideoQuality full(Persistence store) {
        VideoQuality quality = store.qualities()
                .put(NewQuality.of(Given.video(store), QualityLevel.LEVEL_720P, "u")
                        .ready(FACTS)
                        .audio(AUDIO)
                        .encodingTime(Duration.ofSeconds(3)));
        assertThat(Fields.of(quality).values()).doesNotContainNull();
        return quality;
    }
}
