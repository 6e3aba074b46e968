package dev.reelstore.testkit.random.generator;

import dev.reelstore.domain.journal.JournalCursor;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.testkit.random.generator.Dice.Choice;
import dev.reelstore.testkit.random.operation.JournalOp;
import dev.reelstore.testkit.random.operation.Op;
import java.util.List;

/** Draws operations on the journal. */
final class JournalOps {

    private final Dice dice;
    private final Values values;
    private final Ids ids;

    JournalOps(Dice dice, Values values, Ids ids) {
        this.dice = dice;
        this.values = values;
        this.ids = ids;
    }

    Op next() {
        return dice.weighted(List.of(
                new Choice<>(6, () -> new JournalOp.Log(entry())),
                new Choice<>(3, () -> new JournalOp.LogAll(dice.many(3, this::entry))),
                new Choice<>(4, () -> new JournalOp.Measure(metric())),
                new Choice<>(3, () -> new JournalOp.MeasureAll(dice.many(3, this::metric))),
                new Choice<>(2, () -> new JournalOp.Entries(query(), dice.some(LogStatus.class))),
                new Choice<>(2, () -> new JournalOp.Latest(ids.job())),
                new Choice<>(2, () -> new JournalOp.Metrics(query())),
                new Choice<>(2, () -> new JournalOp.Durations(filter())),
                new Choice<>(
                        2,
                        () -> new JournalOp.Purge(
                                values.instant(), dice.of(0, 1, 2, JournalStore.MAX_PURGE, Integer.MIN_VALUE)))));
    }

    NewLogEntry entry() {
        return dice.accepted(() -> new NewLogEntry(
                ids.record(),
                ids.job(),
                ids.stage(),
                dice.of(LogStatus.class),
                dice.orNull(40, () -> values.text(200)),
                dice.orNull(40, values::duration),
                dice.orNull(40, () -> values.text(2_000)),
                dice.orNull(40, () -> values.text(8_000))));
    }

    NewMetric metric() {
        return new NewMetric(ids.record(), ids.job(), ids.stage(), values.duration());
    }

    private JournalFilter filter() {
        return dice.accepted(() -> new JournalFilter(
                dice.orNull(40, ids::job),
                dice.orNull(30, ids::type),
                dice.orNull(30, ids::stage),
                dice.orNull(20, values::instant),
                dice.orNull(20, values::instant)));
    }

    private JournalQuery query() {
        return dice.accepted(() -> new JournalQuery(
                filter(),
                dice.percent(50),
                1 + dice.below(4),
                dice.orNull(30, () -> new JournalCursor(values.instant(), ids.record(), ids.job()))));
    }
}
