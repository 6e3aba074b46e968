package dev.reelstore.testkit.random.generator;

import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.analysis.ContentSegment;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.analysis.SilenceRegion;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.analysis.TranscriptSegment;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.testkit.random.generator.Dice.Choice;
import dev.reelstore.testkit.random.operation.AnalysisOp;
import dev.reelstore.testkit.random.operation.Op;
import java.util.List;

/** Draws operations on what was found. */
final class FindingOps {

    private final Dice dice;
    private final Values values;
    private final Ids ids;
    private final JobOps jobs;

    FindingOps(Dice dice, Values values, Ids ids, JobOps jobs) {
        this.dice = dice;
        this.values = values;
        this.ids = ids;
        this.jobs = jobs;
    }

    Op next() {
        return dice.weighted(List.of(
                new Choice<>(10, () -> new AnalysisOp.Add(dice.many(4, () -> finding(kind(), ids.job())))),
                new Choice<>(5, () -> replace(kind())),
                new Choice<>(2, () -> new AnalysisOp.Delete(ids.job(), kind())),
                new Choice<>(4, () -> new AnalysisOp.Find(query(kind()))),
                new Choice<>(2, () -> new AnalysisOp.Count(query(kind()))),
                new Choice<>(3, () -> new AnalysisOp.PutLayout(layout())),
                new Choice<>(1, () -> new AnalysisOp.FindLayout(ids.job())),
                new Choice<>(1, () -> new AnalysisOp.FindJobWithClips(ids.job())),
                new Choice<>(1, () -> new AnalysisOp.HighlightCounts(jobs.query()))));
    }

    private FindingKind<?> kind() {
        return dice.of(FindingKind.all());
    }

    private <F extends Finding> Op replace(FindingKind<F> kind) {
        JobId job = ids.job();
        return new AnalysisOp.Replace<>(
                job, kind, dice.many(3, () -> finding(kind, dice.percent(95) ? job : ids.job())));
    }

    private <F extends Finding> F finding(FindingKind<F> kind, JobId job) {
        return dice.accepted(() -> kind.type().cast(drawn(kind, job)));
    }

    private Finding drawn(FindingKind<?> kind, JobId job) {
        if (kind == FindingKind.TRANSCRIPT) {
            return new TranscriptSegment(
                    ids.finding(),
                    job,
                    range(),
                    values.text(10_000),
                    dice.orNull(50, values::fraction),
                    dice.orNull(50, () -> values.text(200)));
        }
        if (kind == FindingKind.SILENCE) {
            return new SilenceRegion(
                    ids.finding(),
                    job,
                    range(),
                    dice.orNull(50, () -> values.text(100)),
                    dice.orNull(50, () -> dice.of(-1_000.0, 1_000.0, -0.0, -35.5)));
        }
        if (kind == FindingKind.CONTENT) {
            return new ContentSegment(
                    ids.finding(),
                    job,
                    range(),
                    values.text(1_000),
                    values.fraction(),
                    dice.distinct(3, () -> values.text(200)),
                    values.integer());
        }
        if (kind == FindingKind.HIGHLIGHT) {
            return new Highlight(
                    ids.finding(),
                    job,
                    range(),
                    values.score(),
                    dice.orNull(50, () -> values.text(1_000)),
                    dice.orNull(50, () -> values.text(10_000)));
        }
        return new Clip(
                ids.finding(),
                job,
                range(),
                values.text(1_000),
                dice.below(3),
                dice.orNull(50, () -> values.text(4_000)),
                dice.orNull(50, () -> values.text(4_000)),
                dice.orNull(50, values::number));
    }

    private TimeRange range() {
        return dice.percent(20)
                ? dice.accepted(() -> new TimeRange(values.duration(), values.duration()))
                : TimeRange.ofMillis(dice.below(5), 5 + dice.below(3) * 5L);
    }

    private <F extends Finding> FindingQuery<F> query(FindingKind<F> kind) {
        boolean transcript = kind == FindingKind.TRANSCRIPT;
        boolean content = kind == FindingKind.CONTENT;
        return dice.accepted(() -> new FindingQuery<>(
                ids.job(),
                kind,
                dice.orNull(30, this::range),
                transcript ? dice.orNull(50, () -> values.text(10_000)) : null,
                content ? dice.orNull(30, () -> values.text(200)) : null,
                kind.scored() ? dice.orNull(30, values::score) : null,
                kind.scored() && dice.percent(50),
                dice.percent(50) ? Integer.MAX_VALUE : 1 + dice.below(2)));
    }

    private Layout layout() {
        return dice.accepted(() -> new Layout(
                ids.job(),
                values.text(100),
                dice.orNull(50, values::fraction),
                dice.orNull(50, values::fraction),
                values.json()));
    }
}
