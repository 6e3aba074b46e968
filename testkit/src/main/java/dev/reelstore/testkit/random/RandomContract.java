package dev.reelstore.testkit.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.random.operation.Op;
import dev.reelstore.testkit.random.operation.Subject;
import dev.reelstore.testkit.random.shrinking.Bodies;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random operations as a part of the contract, for hunts of planted bugs: of a store with a bug the first test fails, and
 * the second passes when few operations are enough to show it.
 */
public interface RandomContract extends Contract {

    /** How many operations are few; those inside of units are counted, too. */
    int FEW = 8;

    /** What is run against each store. */
    RandomOperations operations();

    /** Opens a store; called once for each test, which closes it. */
    Subject subject();

    /** Not used: random operations empty a store themselves, and stop its clock. */
    @Override
    default Fixture open() {
        throw new UnsupportedOperationException("random operations run on a subject, not on a fixture");
    }

    @Test
    default void randomOperationsAreAnsweredAsThePortsPromise() {
        try (Subject store = subject()) {
            operations().on(store.getClass().getSimpleName(), store);
        }
    }

    @Test
    default void aDifferenceIsShownByFewOperations() {
        try (Subject store = subject()) {
            operations()
                    .firstFailing(store)
                    .ifPresent(failing -> assertThat(count(failing.ops()))
                            .as("operations that are enough for %s: %s", failing.difference(), failing.ops())
                            .isLessThanOrEqualTo(FEW));
        }
    }

    private static int count(List<Op> ops) {
        return ops.stream().mapToInt(op -> 1 + count(Bodies.of(op))).sum();
    }
}
