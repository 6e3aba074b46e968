package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The default rendition of a video: at most one at any moment, never a failed or foreign one (G7). */
public interface DefaultQualityContract extends Contract {

    @Test
    default void aVideoHasNoDefaultUntilOneIsSet(Persistence store) {
        VideoQuality quality = ready(store, Given.video(store), QualityLevel.LEVEL_720P);

        assertThat(store.qualities().findDefault(quality.video())).isEmpty();
        assertThat(store.qualities().findDefault(VideoId.next())).isEmpty();
    }

    @Test
    default void settingADefaultTakesTheFlagFromTheOneBefore(Persistence store) {
        VideoId video = Given.video(store);
        VideoQuality first = ready(store, video, QualityLevel.LEVEL_720P);
        VideoQuality second = ready(store, video, QualityLevel.LEVEL_480P);

        assertThat(store.qualities().setDefault(video, first.id())).isTrue();
        assertThat(defaultsOf(store, video)).containsExactly(first.id());
        assertThat(store.qualities().setDefault(video, second.id())).isTrue();
        assertThat(defaultsOf(store, video)).containsExactly(second.id());
        assertThat(store.qualities().setDefault(video, second.id())).isTrue();

        assertThat(defaultsOf(store, video)).containsExactly(second.id());
        assertThat(store.qualities().findDefault(video))
                .contains(store.qualities().get(second.id()));
    }

    @Test
    default void eachVideoHasADefaultOfItsOwn(Persistence store) {
        VideoQuality one = ready(store, Given.video(store), QualityLevel.LEVEL_720P);
        VideoQuality two = ready(store, Given.video(store), QualityLevel.LEVEL_720P);

        store.qualities().setDefault(one.video(), one.id());
        store.qualities().setDefault(two.video(), two.id());

        assertThat(defaultsOf(store, one.video())).containsExactly(one.id());
        assertThat(defaultsOf(store, two.video())).containsExactly(two.id());
    }

    @Test
    default void anUnknownForeignOrFailedRenditionDoesNotBecomeTheDefault(Persistence store) {
        VideoId video = Given.video(store);
        VideoQuality chosen = ready(store, video, QualityLevel.LEVEL_720P);
        VideoQuality failed = ready(store, video, QualityLevel.LEVEL_480P);
        store.qualities().updateStatus(failed.id(), QualityStatus.FAILED);
        VideoQuality foreign = ready(store, Given.video(store), QualityLevel.LEVEL_720P);
        store.qualities().setDefault(video, chosen.id());
        List<VideoQuality> before = store.qualities().list(video);
        List<VideoQuality> beforeElsewhere = store.qualities().list(foreign.video());

        for (QualityId wrong : List.of(QualityId.next(), foreign.id(), failed.id())) {
            assertThat(store.qualities().setDefault(video, wrong)).isFalse();
        }
        assertThat(store.qualities().setDefault(VideoId.next(), chosen.id())).isFalse();

        assertThat(store.qualities().list(video)).isEqualTo(before);
        assertThat(store.qualities().list(foreign.video())).isEqualTo(beforeElsewhere);
    }

    @Test
    default void aRenditionInWorkMayBeTheDefault(Persistence store) {
        VideoId video = Given.video(store);
        VideoQuality inWork = store.qualities().put(NewQuality.of(video, QualityLevel.LEVEL_720P, "a"));

        assertThat(store.qualities().setDefault(video, inWork.id())).isTrue();
        assertThat(defaultsOf(store, video)).containsExactly(inWork.id());
    }

    @Test
    default void aDefaultWhoseStatusBecomesFailedLosesItsFlagForGood(Persistence store) {
        VideoId video = Given.video(store);
        VideoQuality quality = ready(store, video, QualityLevel.LEVEL_720P);
        store.qualities().setDefault(video, quality.id());

        store.qualities().updateStatus(quality.id(), QualityStatus.FAILED);

        assertThat(store.qualities().findDefault(video)).isEmpty();
        store.qualities().updateStatus(quality.id(), QualityStatus.READY);
        assertThat(defaultsOf(store, video)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = QualityStatus.class,
            names = {"READY", "PROCESSING"})
    default void aDefaultWhoseStatusBecomesAnythingElseKeepsItsFlag(QualityStatus status, Persistence store) {
        VideoId video = Given.video(store);
        VideoQuality quality = ready(store, video, QualityLevel.LEVEL_720P);
        store.qualities().setDefault(video, quality.id());

        store.qualities().updateStatus(quality.id(), status);

        assertThat(defaultsOf(store, video)).containsExactly(quality.id());
    }

    @Test
    default void aDefaultThatIsPutAgainAsFailedLosesItsFlag(Persistence store) {
        VideoId video = Given.video(store);
        VideoQuality quality = ready(store, video, QualityLevel.LEVEL_720P);
        store.qualities().setDefault(video, quality.id());

        VideoQuality failed = store.qualities()
                .put(NewQuality.of(video, QualityLevel.LEVEL_720P, "a").status(QualityStatus.FAILED));

        assertThat(failed.isDefault()).isFalse();
        assertThat(store.qualities().findDefault(video)).isEmpty();
    }

    @Test
    default void aDefaultThatIsSetInAUnitIsSeenWhenItCommitsAndNotBefore(Persistence store) {
        VideoId video = Given.video(store);
        VideoQuality first = ready(store, video, QualityLevel.LEVEL_720P);
        VideoQuality second = ready(store, video, QualityLevel.LEVEL_480P);
        store.qualities().setDefault(video, first.id());

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().qualities().setDefault(video, second.id());

            assertThat(Elsewhere.call(() -> defaultsOf(store, video))).containsExactly(first.id());
            unit.commit();
        }
        assertThat(defaultsOf(store, video)).containsExactly(second.id());
    }

    private static VideoQuality ready(Stores stores, VideoId video, QualityLevel level) {
        return stores.qualities().put(NewQuality.of(video, level, "a").status(QualityStatus.READY));
    }

    private static List<QualityId> defaultsOf(Stores stores, VideoId video) {
        return stores.qualities().list(video).stream()
                .filter(VideoQuality::isDefault)
                .map(VideoQuality::id)
                .toList();
    }
}
