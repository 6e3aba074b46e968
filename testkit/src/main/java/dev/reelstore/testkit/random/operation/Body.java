package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The body of a unit of work, and what is to be told of it: the answers in it, then how the unit ended. */
final class Body {

    private final List<Op> ops;
    private final UnitOp.End end;
    private final List<Object> answers = new ArrayList<>();
    private final Undo undo = new Undo();

    private Body(List<Op> ops, UnitOp.End end) {
        this.ops = ops;
        this.end = end;
    }

    /** What a body throws of its own accord. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undo() {
            super("undo", null, false, false);
        }
    }

    static Body of(List<Op> ops, UnitOp.End end) {
        return new Body(ops, end);
    }

    static Object inUnit(Ground ground, Consumer<Unit> call) {
        Unit unit = ground.unit();
        if (unit == null) {
            return "no unit";
        }
        call.accept(unit);
        return Ground.DONE;
    }

    /** The operations, to be carried out inside the unit. */
    @FunctionalInterface
    interface Inside {
        /** Carries them out on the ground of the unit. */
        Object on(Ground ground);
    }

    /** Runs the unit that is given the body. */
    Object run(Function<Inside, Object> unit) {
        try {
            answers.add(Answers.comparable(unit.apply(this::carryOut)));
        } catch (Undo thrown) {
            answers.add(thrown == undo ? "undone" : "undone by another");
        } catch (StoreException refused) {
            answers.add(Refusal.of(refused));
        }
        return List.copyOf(answers);
    }

    private Object carryOut(Ground ground) {
        for (Op op : ops) {
            try {
                answers.add(Answers.comparable(op.on(ground)));
            } catch (StoreException refused) {
                answers.add(Refusal.of(refused));
                if (end == UnitOp.End.LETS_FAIL) {
                    throw refused;
                }
            }
        }
        if (end == UnitOp.End.THROWS) {
            throw undo;
        }
        return "returned";
    }
}
