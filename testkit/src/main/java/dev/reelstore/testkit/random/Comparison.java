package dev.reelstore.testkit.random;

import dev.reelstore.testkit.random.model.ModelStore;
import dev.reelstore.testkit.random.operation.Answers;
import dev.reelstore.testkit.random.operation.Ground;
import dev.reelstore.testkit.random.operation.Op;
import dev.reelstore.testkit.random.operation.Subject;
import dev.reelstore.testkit.random.operation.UnitOp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks a store and the model the same, step by step, until they differ. */
final class Comparison {

    private final Ground promised;
    private final Ground given;

    private Comparison(Subject model, Subject store) {
        this.promised = Ground.of(model);
        this.given = Ground.of(store);
    }

    static Optional<Difference> of(List<Op> ops, Subject store, Instant start) {
        try (ModelStore model = new ModelStore()) {
            model.begin(start);
            store.begin(start);
            return new Comparison(model, store).run(ops);
        }
    }

    private Optional<Difference> run(List<Op> ops) {
        Look look = new Look(ops);
        for (Op op : ops) {
            Optional<Difference> difference = ask(op);
            if (difference.isEmpty() && op instanceof UnitOp) {
                difference = askAll(look.quick());
            }
            if (difference.isPresent()) {
                return difference;
            }
        }
        return askAll(look.whole());
    }

    private Optional<Difference> askAll(List<Op> questions) {
        return questions.stream().flatMap(op -> ask(op).stream()).findFirst();
    }

    private Optional<Difference> ask(Op op) {
        Object expected = promised.answer(op);
        Object actual = given.answer(op);
        return Answers.keeps(expected, actual) ? Optional.empty() : Optional.of(new Difference(op, expected, actual));
    }
}
