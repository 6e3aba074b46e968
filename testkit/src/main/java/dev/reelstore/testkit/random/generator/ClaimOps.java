package dev.reelstore.testkit.random.generator;

import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Duty;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.testkit.random.generator.Dice.Choice;
import dev.reelstore.testkit.random.operation.ClaimOp;
import dev.reelstore.testkit.random.operation.Op;
import java.util.List;

/** Draws what workers do. */
final class ClaimOps {

    private final Dice dice;
    private final Values values;
    private final Ids ids;
    private final JournalOps journal;

    ClaimOps(Dice dice, Values values, Ids ids, JournalOps journal) {
        this.dice = dice;
        this.values = values;
        this.ids = ids;
        this.journal = journal;
    }

    Op next() {
        return dice.weighted(List.of(
                new Choice<>(45, this::taking),
                new Choice<>(8, this::beat),
                new Choice<>(6, () -> new ClaimOp.Progress(ids.claim(), progress())),
                new Choice<>(5, () -> new ClaimOp.Checkpoint(ids.claim(), rawStage(), values.json())),
                new Choice<>(14, () -> new ClaimOp.Complete(ids.claim(), dice.orNull(50, values::json))),
                new Choice<>(5, () -> new ClaimOp.CompleteAll(dice.many(4, ids::claim), dice.orNull(50, values::json))),
                new Choice<>(
                        5,
                        () -> new ClaimOp.Finish(
                                dice.many(4, ids::claim),
                                dice.orNull(50, values::json),
                                dice.many(3, journal::entry),
                                dice.many(3, journal::metric))),
                new Choice<>(14, () -> new ClaimOp.Fail(ids.claim(), failure())),
                new Choice<>(8, () -> new ClaimOp.Release(ids.claim())),
                new Choice<>(4, () -> new ClaimOp.EndedUnder(ids.claim())),
                new Choice<>(8, ClaimOp.Rescue::new),
                new Choice<>(3, () -> new ClaimOp.Retire(ids.worker()))));
    }

    Op taking() {
        return new ClaimOp.Take(request());
    }

    private ClaimRequest request() {
        return new ClaimRequest(
                ids.worker(), ids.queue(), ids.types(), dice.percent(10) ? 1_000 : 1 + dice.below(3), values.lease());
    }

    private Op beat() {
        return new ClaimOp.Beat(
                ids.worker(),
                values.lease(),
                dice.many(4, ids::claim),
                dice.many(3, this::progress),
                dice.orNull(40, () -> new Duty(ids.queue(), ids.types())));
    }

    private StageProgress progress() {
        return new StageProgress(
                ids.stage(),
                dice.percent(10) ? 1_000_000 : dice.below(5),
                dice.percent(10) ? dice.of(0.0, 100.0, 0.005, 99.995) : dice.below(10_001) / 100.0,
                dice.orNull(60, () -> values.text(500)));
    }

    private String rawStage() {
        return dice.percent(80) ? ids.stage() : values.text(100);
    }

    private JobFailure failure() {
        return new JobFailure(values.text(8_000), dice.orNull(75, values::duration));
    }
}
