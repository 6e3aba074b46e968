package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.unit.UnitOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Two units of work in lock step: all orders in which their steps can follow each other, one step at a time. A step that
 * has not ended after a moment waits for the other unit; the order then goes on without it, and it ends when it can.
 */
final class LockStep {

    private LockStep() {}

    /**
     * Runs a new pair in every order, and looks at what came of it each time.
     *
     * @param pairs makes a pair, on rows of its own
     * @return how many orders there were
     */
    static int everyOrder(Persistence store, UnitOptions options, Supplier<Pair> pairs) {
        Pair pair = pairs.get();
        List<String> orders = orders(pair.first().steps() + 1, pair.second().steps() + 1);
        for (String order : orders) {
            pair = pair.begun() ? pairs.get() : pair;
            try {
                run(store, options, order, pair);
                pair.outcome().run();
            } catch (AssertionError wrong) {
                throw new AssertionError("in the order " + order + ": " + wrong.getMessage(), wrong);
            }
        }
        return orders.size();
    }

    /** All words with so many a and so many b. */
    static List<String> orders(int a, int b) {
        if (a == 0 || b == 0) {
            return List.of("a".repeat(a) + "b".repeat(b));
        }
        List<String> orders = new ArrayList<>();
        orders(a - 1, b).forEach(rest -> orders.add("a" + rest));
        orders(a, b - 1).forEach(rest -> orders.add("b" + rest));
        return orders;
    }

    private static void run(Persistence store, UnitOptions options, String order, Pair pair) {
        pair.first().begin(store, options);
        pair.second().begin(store, options);
        boolean apart = order.matches("a+b+|b+a+");
        for (int i = 0; i < order.length(); i++) {
            boolean changed = i > 0 && order.charAt(i) != order.charAt(i - 1);
            (order.charAt(i) == 'a' ? pair.first() : pair.second()).takeStep(changed, apart);
        }
        pair.first().end();
        pair.second().end();
        if (apart) {
            assertThat(List.of(pair.first(), pair.second()))
                    .as("units that do not meet")
                    .noneMatch(Script::conflicted);
        }
    }

    /**
     * Two scripts, and what must be true when both have ended.
     *
     * @param first one
     * @param second the other
     * @param outcome fails when it is not
     */
    record Pair(Script first, Script second, Runnable outcome) {

        boolean begun() {
            return first.begun();
        }
    }
}
