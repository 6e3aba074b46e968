package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import java.util.List;
import java.util.Optional;

/** Operations in one unit of work, and what can be done with a unit. */
public sealed interface UnitOp extends Op {

    /** Operations in a unit of their own, or joining the one that is open. */
    record Call(UnitOptions options, List<Op> body, End end) implements UnitOp {
        @Override
        public Object on(Ground ground) {
            return Body.of(body, end)
                    .run(work -> ground.subject().unitOfWork().call(options, stores -> work.on(ground.in(stores))));
        }
    }

    /** Operations under a claim. */
    record Under(ClaimRef claim, List<Op> body, End end) implements UnitOp {
        @Override
        public Object on(Ground ground) {
            Optional<Claim> held = ground.claims().find(claim);
            return held.isEmpty()
                    ? "no claim yet"
                    : Body.of(body, end)
                            .run(work -> ground.subject()
                                    .unitOfWork()
                                    .under(held.get(), stores -> work.on(ground.in(stores))));
        }
    }

    /** Operations in a unit that its opener ends. */
    record Opened(UnitOptions options, List<Op> body, boolean committed) implements UnitOp {
        @Override
        public Object on(Ground ground) {
            return Body.of(body, End.RETURNS).run(work -> {
                try (UnitHandle handle = ground.subject().unitOfWork().open(options)) {
                    Object answers = work.on(ground.in(handle.stores()));
                    if (committed) {
                        handle.commit();
                    }
                    return answers;
                }
            });
        }
    }

    /** Operations that are undone alone when they fail; outside units, nothing. */
    record Nested(List<Op> body, End end) implements UnitOp {
        @Override
        public Object on(Ground ground) {
            Unit unit = ground.unit();
            return unit == null
                    ? "no unit"
                    : Body.of(body, end).run(work -> unit.nested(stores -> work.on(ground.in(stores))));
        }
    }

    /** Operations on the store's own ports, which join a unit that is open. */
    record Beside(List<Op> body) implements UnitOp {
        @Override
        public Object on(Ground ground) {
            return Body.of(body, End.RETURNS).run(work -> work.on(ground.beside()));
        }
    }

    /** Marks a moment of the unit; outside units, nothing. */
    record Savepoint(String name) implements UnitOp {
        @Override
        public Object on(Ground ground) {
            return Body.inUnit(ground, unit -> unit.savepoint(name));
        }
    }

    /** Goes back to a moment of the unit; outside units, nothing. */
    record RollbackTo(String name) implements UnitOp {
        @Override
        public Object on(Ground ground) {
            return Body.inUnit(ground, unit -> unit.rollbackTo(name));
        }
    }

    /** Forgets a moment of the unit; outside units, nothing. */
    record Release(String name) implements UnitOp {
        @Override
        public Object on(Ground ground) {
            return Body.inUnit(ground, unit -> unit.release(name));
        }
    }

    /** How a body ends. */
    enum End {
        /** It swallows what is refused to it, and returns. */
        RETURNS,
        /** It swallows what is refused to it, and throws an exception of its own. */
        THROWS,
        /** The first refusal leaves it. */
        LETS_FAIL
    }
}
