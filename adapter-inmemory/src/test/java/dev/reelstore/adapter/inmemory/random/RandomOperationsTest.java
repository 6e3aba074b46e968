package dev.reelstore.adapter.inmemory.random;

import dev.reelstore.testkit.random.RandomOperations;
import dev.reelstore.testkit.random.operation.Subject;
import org.junit.jupiter.api.Test;

final class RandomOperationsTest {

    @Test
    void randomOperationsAreAnsweredAsThePortsPromise() {
        try (Subject memory = new InMemorySubject()) {
            RandomOperations.sequences(2_000).of(60).on("memory", memory);
        }
    }
}
