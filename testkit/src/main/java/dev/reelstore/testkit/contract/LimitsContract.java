package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.testkit.Contract;
import org.junit.jupiter.api.Test;

/**
 * No call takes more than a store should be asked to keep: what is too long or too many is refused with its field, its size
 * and the rule, before anything is asked of the store (G9). The records that calls take keep limits of their own.
 */
public interface LimitsContract extends Contract {

    @Test
    default void everyTextAndEveryBatchThatACallTakesHasALimit(Persistence store) {
        assertThat(EveryCall.withTooMuch(store, new Samples()))
                .hasSizeGreaterThan(15)
                .allSatisfy(call -> assertThatThrownBy(call.call())
                        .isInstanceOf(InvalidDataException.class)
                        .hasMessageMatching(TooMuch.REFUSAL));
    }

    @Test
    default void aQueueToListenToHasALimit(Persistence store) {
        assertThatThrownBy(() -> store.signals().listen("q".repeat(101), () -> {}))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageMatching(TooMuch.REFUSAL);
    }
}
