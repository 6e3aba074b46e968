package dev.reelstore.testkit.random.generator;

import dev.reelstore.domain.quality.AudioFacts;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityField;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.random.generator.Dice.Choice;
import dev.reelstore.testkit.random.operation.Op;
import dev.reelstore.testkit.random.operation.QualityOp;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws operations on renditions. */
final class QualityOps {

    private static final List<QualityLevel> LEVELS =
            List.of(QualityLevel.LEVEL_1080P, QualityLevel.LEVEL_144P, QualityLevel.ORIGINAL);

    private final Dice dice;
    private final Values values;
    private final Ids ids;

    QualityOps(Dice dice, Values values, Ids ids) {
        this.dice = dice;
        this.values = values;
        this.ids = ids;
    }

    Op next() {
        return dice.weighted(List.of(
                new Choice<>(10, () -> new QualityOp.Put(quality())),
                new Choice<>(4, () -> new QualityOp.PutAll(dice.many(3, this::quality))),
                new Choice<>(1, () -> new QualityOp.Find(ids.quality())),
                new Choice<>(1, () -> new QualityOp.Get(ids.quality())),
                new Choice<>(2, () -> new QualityOp.ListOf(ids.video())),
                new Choice<>(1, () -> new QualityOp.FindDefault(ids.video())),
                new Choice<>(1, () -> new QualityOp.FindDefaultReady(ids.video())),
                new Choice<>(4, () -> new QualityOp.UpdateStatus(ids.quality(), status())),
                new Choice<>(
                        2,
                        () -> new QualityOp.UpdateStatuses(dice.<QualityId>distinct(3, ids::quality).stream()
                                .collect(Collectors.toMap(id -> id, id -> status())))),
                new Choice<>(6, () -> new QualityOp.Update(ids.quality(), dice.accepted(this::patch))),
                new Choice<>(2, () -> new QualityOp.Delete(ids.quality())),
                new Choice<>(10, () -> setDefault(ids.quality()))));
    }

    private Op setDefault(QualityId id) {
        return new QualityOp.SetDefault(videoOf(id), id);
    }

    private VideoId videoOf(QualityId id) {
        return dice.percent(85) ? ids.usualVideo(id) : ids.video();
    }

    private QualityStatus status() {
        return dice.of(QualityStatus.class);
    }

    private NewQuality quality() {
        QualityId id = ids.quality();
        return dice.accepted(() -> new NewQuality(
                id,
                videoOf(id),
                dice.of(LEVELS),
                dice.percent(70) ? "" : values.text(50),
                values.text(4_000),
                status(),
                facts(30),
                audio(30),
                dice.orNull(30, values::duration),
                dice.orNull(30, values::instant)));
    }

    private MediaFacts facts(int chance) {
        return new MediaFacts(
                dice.orNull(chance, values::number),
                dice.orNull(chance, values::integer),
                dice.orNull(chance, values::integer),
                dice.orNull(chance, () -> values.text(50)),
                dice.orNull(chance, () -> values.text(50)),
                dice.orNull(chance, values::integer),
                dice.orNull(chance, values::duration),
                dice.orNull(chance, () -> dice.of(0.0, -0.0, 23.976, 100_000.0, Double.MIN_VALUE)),
                dice.orNull(chance, () -> values.text(50)),
                dice.orNull(chance, () -> values.text(50)),
                dice.orNull(chance, () -> values.text(50)),
                dice.orNull(chance, () -> values.text(20)),
                dice.orNull(chance, values::number));
    }

    private AudioFacts audio(int chance) {
        return new AudioFacts(
                dice.orNull(chance, () -> values.text(50)),
                dice.orNull(chance, values::integer),
                dice.orNull(chance, values::integer),
                dice.orNull(chance, values::integer));
    }

    private QualityPatch patch() {
        return new QualityPatch(
                dice.orNull(20, () -> values.text(4_000)),
                dice.orNull(50, this::status),
                facts(10),
                audio(10),
                dice.orNull(20, values::duration),
                dice.orNull(20, values::instant),
                dice.orNull(20, values::instant),
                dice.percent(60) ? Set.of() : dice.some(QualityField.class));
    }
}
