package dev.reelstore.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

/** The contract of an adapter that only counts. */
public interface ToyContract extends Contract {

    /** The adapter: counts from one on. */
    Iterator<Integer> counter();

    /** What the adapter greets with, read from a resource. */
    String greeting();

    @Override
    default Fixture open() {
        throw new UnsupportedOperationException("this adapter needs no fixture");
    }

    @Test
    default void countsFromOneOn() {
        Iterator<Integer> counter = counter();
        assertThat(counter.next()).isEqualTo(1);
        assertThat(counter.next()).isEqualTo(2);
    }

    @Test
    default void neverEnds() {
        assertThat(counter().hasNext()).isTrue();
    }

    @Test
    default void greets() {
        assertThat(greeting()).isEqualTo("hello");
    }
}
