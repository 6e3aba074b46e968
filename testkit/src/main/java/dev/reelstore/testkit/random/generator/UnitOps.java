package dev.reelstore.testkit.random.generator;

import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.random.generator.Dice.Choice;
import dev.reelstore.testkit.random.operation.Op;
import dev.reelstore.testkit.random.operation.UnitOp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Draws units of work, and what is done with them. */
final class UnitOps {

    private final Dice dice;
    private final Values values;
    private final Ids ids;

    UnitOps(Dice dice, Values values, Ids ids) {
        this.dice = dice;
        this.values = values;
        this.ids = ids;
    }

    /**
     * A unit.
     *
     * @param inside whether it is inside another
     * @param part draws what it does
     */
    Op unit(boolean inside, Supplier<Op> part) {
        List<Op> body = new ArrayList<>();
        if (dice.percent(30)) {
            body.add(new UnitOp.Savepoint(name()));
        }
        body.addAll(dice.many(8, part));
        return dice.weighted(List.of(
                new Choice<>(4, () -> new UnitOp.Call(options(), body, end())),
                new Choice<>(3, () -> new UnitOp.Under(ids.claim(), body, end())),
                new Choice<>(2, () -> new UnitOp.Opened(options(), body, dice.percent(75))),
                new Choice<>(inside ? 8 : 0, () -> new UnitOp.Nested(body, end())),
                new Choice<>(inside ? 2 : 0, () -> new UnitOp.Beside(body))));
    }

    /** Something about a moment of the unit that is open. */
    Op moment() {
        return dice.weighted(List.of(
                new Choice<>(4, () -> new UnitOp.Savepoint(name())),
                new Choice<>(4, () -> new UnitOp.RollbackTo(name())),
                new Choice<>(1, () -> new UnitOp.Release(name()))));
    }

    private String name() {
        return dice.percent(95) ? dice.of("a", "a", "b") : values.text(100);
    }

    private UnitOptions options() {
        UnitOptions options =
                UnitOptions.DEFAULT.isolation(dice.percent(70) ? Isolation.READ_COMMITTED : dice.of(Isolation.class));
        return dice.percent(5) ? options.asReadOnly() : options;
    }

    private UnitOp.End end() {
        return dice.percent(60) ? UnitOp.End.RETURNS : dice.of(UnitOp.End.class);
    }
}
