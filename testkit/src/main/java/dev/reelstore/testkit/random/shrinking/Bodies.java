package dev.reelstore.testkit.random.shrinking;

import dev.reelstore.testkit.random.operation.Op;
import dev.reelstore.testkit.random.operation.UnitOp;
import java.util.List;

/** The operations inside of others. */
public final class Bodies {

    private Bodies() {}

    /** Those inside of this one; empty where it has none. */
    public static List<Op> of(Op op) {
        if (op instanceof UnitOp.Call call) {
            return call.body();
        }
        if (op instanceof UnitOp.Under under) {
            return under.body();
        }
        if (op instanceof UnitOp.Opened opened) {
            return opened.body();
        }
        if (op instanceof UnitOp.Nested nested) {
            return nested.body();
        }
        return op instanceof UnitOp.Beside beside ? beside.body() : List.of();
    }

    /** The same with these inside of it. */
    public static Op with(Op op, List<Op> body) {
        if (op instanceof UnitOp.Call call) {
            return new UnitOp.Call(call.options(), body, call.end());
        }
        if (op instanceof UnitOp.Under under) {
            return new UnitOp.Under(under.claim(), body, under.end());
        }
        if (op instanceof UnitOp.Opened opened) {
            return new UnitOp.Opened(opened.options(), body, opened.committed());
        }
        if (op instanceof UnitOp.Nested nested) {
            return new UnitOp.Nested(body, nested.end());
        }
        return op instanceof UnitOp.Beside ? new UnitOp.Beside(body) : op;
    }
}
