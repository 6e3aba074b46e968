package dev.reelstore.testkit.random.generator;

import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoCursor;
import dev.reelstore.domain.video.VideoField;
import dev.reelstore.domain.video.VideoFilter;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoPatch;
import dev.reelstore.domain.video.VideoQuery;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.random.generator.Dice.Choice;
import dev.reelstore.testkit.random.operation.Op;
import dev.reelstore.testkit.random.operation.VideoOp;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws operations on videos. */
final class VideoOps {

    private final Dice dice;
    private final Values values;
    private final Ids ids;

    VideoOps(Dice dice, Values values, Ids ids) {
        this.dice = dice;
        this.values = values;
        this.ids = ids;
    }

    Op next() {
        return dice.weighted(List.of(
                new Choice<>(10, () -> new VideoOp.Create(video())),
                new Choice<>(4, () -> new VideoOp.CreateAll(dice.many(3, this::video))),
                new Choice<>(4, () -> new VideoOp.RegisterByExternalId(video())),
                new Choice<>(4, () -> new VideoOp.RegisterBySourceHash(video())),
                new Choice<>(1, () -> new VideoOp.Find(ids.video())),
                new Choice<>(1, () -> new VideoOp.Get(ids.video())),
                new Choice<>(2, () -> new VideoOp.FindByExternalId(values.text(200))),
                new Choice<>(1, () -> new VideoOp.FindBySourceHash(ids.hash())),
                new Choice<>(2, () -> new VideoOp.UpdateStatus(ids.video(), dice.of(VideoStatus.class))),
                new Choice<>(
                        2,
                        () -> new VideoOp.UpdateStatuses(dice.<VideoId>distinct(3, ids::video).stream()
                                .collect(Collectors.toMap(id -> id, id -> dice.of(VideoStatus.class))))),
                new Choice<>(6, () -> new VideoOp.Update(ids.video(), dice.accepted(this::patch))),
                new Choice<>(3, () -> new VideoOp.Page(query())),
                new Choice<>(2, () -> new VideoOp.Delete(ids.video()))));
    }

    /** Videos of which nothing is known, but for which other things can be kept. */
    Op drafts() {
        return new VideoOp.CreateAll(
                ids.videos().stream().map(id -> NewVideo.draft().id(id)).toList());
    }

    private NewVideo video() {
        return dice.accepted(() -> new NewVideo(
                ids.video(),
                dice.orNull(30, () -> values.text(200)),
                dice.<SourceHash>orNull(20, ids::hash),
                dice.orNull(15, ids::channel),
                dice.orNull(50, () -> values.text(1_000)),
                dice.orNull(30, () -> values.text(100_000)),
                dice.orNull(30, () -> values.text(4_000)),
                dice.orNull(30, () -> values.text(4_000)),
                dice.orNull(30, values::duration),
                dice.orNull(30, () -> values.text(200)),
                values.number(),
                values.number(),
                dice.of(VideoStatus.class)));
    }

    private VideoPatch patch() {
        return new VideoPatch(
                dice.orNull(20, ids::channel),
                dice.orNull(20, () -> values.text(1_000)),
                dice.orNull(20, () -> values.text(100_000)),
                dice.orNull(20, () -> values.text(4_000)),
                dice.orNull(20, () -> values.text(4_000)),
                dice.orNull(20, values::duration),
                dice.orNull(20, () -> values.text(200)),
                dice.orNull(20, values::number),
                dice.orNull(20, values::number),
                dice.orNull(20, () -> dice.of(VideoStatus.class)),
                dice.percent(60) ? Set.of() : dice.some(VideoField.class));
    }

    private VideoQuery query() {
        return dice.accepted(() -> new VideoQuery(
                new VideoFilter(
                        dice.some(VideoStatus.class),
                        dice.orNull(30, ids::channel),
                        dice.orNull(20, values::instant),
                        dice.orNull(20, values::instant)),
                dice.percent(50),
                1 + dice.below(4),
                dice.orNull(30, () -> new VideoCursor(values.instant(), ids.video()))));
    }
}
