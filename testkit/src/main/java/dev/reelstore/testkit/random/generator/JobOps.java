package dev.reelstore.testkit.random.generator;

import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobPurge;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.testkit.random.generator.Dice.Choice;
import dev.reelstore.testkit.random.operation.JobOp;
import dev.reelstore.testkit.random.operation.Op;
import java.util.List;
import java.util.Set;

/** Draws operations on jobs. */
final class JobOps {

    private final Dice dice;
    private final Values values;
    private final Ids ids;

    JobOps(Dice dice, Values values, Ids ids) {
        this.dice = dice;
        this.values = values;
        this.ids = ids;
    }

    Op creation() {
        return dice.weighted(List.of(
                new Choice<>(5, () -> new JobOp.Create(job())),
                new Choice<>(2, this::creations),
                new Choice<>(3, () -> new JobOp.CreateIfAbsent(job(), statuses()))));
    }

    Op creations() {
        return new JobOp.CreateAll(dice.many(4, this::job));
    }

    Op next() {
        return dice.weighted(List.of(
                new Choice<>(2, () -> new JobOp.Find(ids.job())),
                new Choice<>(2, () -> new JobOp.Get(ids.job())),
                new Choice<>(3, () -> new JobOp.Page(query())),
                new Choice<>(1, () -> new JobOp.Count(filter())),
                new Choice<>(1, () -> new JobOp.CountByStatus(filter())),
                new Choice<>(2, () -> new JobOp.Exists(type(), ids.target(), statuses())),
                new Choice<>(1, () -> new JobOp.Existing(type(), dice.many(4, ids::target), statuses())),
                new Choice<>(3, () -> new JobOp.Explain(ids.job())),
                new Choice<>(1, () -> new JobOp.Stages(ids.job())),
                new Choice<>(5, () -> new JobOp.Cancel(ids.job())),
                new Choice<>(7, () -> new JobOp.Retry(ids.job(), statuses())),
                new Choice<>(4, () -> new JobOp.Delete(ids.job())),
                new Choice<>(1, () -> new JobOp.Purge(purge())),
                new Choice<>(1, () -> new JobOp.CancelAll(query())),
                new Choice<>(2, () -> new JobOp.RetryAll(query(), statuses())),
                new Choice<>(1, () -> new JobOp.DeleteAll(query()))));
    }

    private NewJob job() {
        JobId id = ids.job();
        boolean usual = dice.percent(93);
        return dice.accepted(() -> new NewJob(
                id,
                usual ? ids.usualType(id) : ids.type(),
                usual ? ids.usualTarget(id) : ids.target(),
                ids.queue(),
                dice.percent(10) ? dice.of((int) Short.MIN_VALUE, (int) Short.MAX_VALUE) : dice.below(3) - 1,
                dice.orNull(20, values::instant),
                values.json(),
                dice.percent(10) ? 10_000 : 1 + dice.below(3),
                dice.orNull(20, values::duration),
                dice.orNull(20, this::source)));
    }

    private MediaSource source() {
        return new MediaSource(
                dice.orNull(50, ids::hash),
                dice.orNull(50, () -> values.text(4_000)),
                dice.orNull(50, () -> values.text(1_000)),
                dice.orNull(50, values::number),
                dice.orNull(50, () -> values.text(200)));
    }

    private Set<JobStatus> statuses() {
        return dice.percent(40) ? JobStatus.live() : dice.some(JobStatus.class);
    }

    /** For look-ups, which a store may have to refuse itself. */
    private String type() {
        return dice.percent(85) ? ids.type() : values.text(200);
    }

    private JobFilter filter() {
        return new JobFilter(
                dice.some(JobStatus.class),
                dice.orNull(30, ids::type),
                dice.orNull(30, ids::target),
                dice.orNull(30, ids::queue),
                dice.orNull(20, () -> dice.accepted(values::instant)),
                dice.orNull(20, () -> dice.accepted(values::instant)));
    }

    JobQuery query() {
        return new JobQuery(
                filter(),
                dice.percent(50),
                dice.percent(50) ? JobQuery.MAX_LIMIT : 1 + dice.below(4),
                dice.orNull(25, () -> new JobCursor(values.instant(), ids.job())));
    }

    /** Never cut short: of jobs that finished at one moment any may go first. */
    private JobPurge purge() {
        return dice.accepted(
                () -> new JobPurge(dice.some(JobStatus.class), values.instant(), dice.of(JobPurge.MAX_LIMIT, 100)));
    }
}
