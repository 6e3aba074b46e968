package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.random.RandomOperations;
import dev.reelstore.testkit.random.operation.Subject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class RandomOperationsTest {

    @Test
    void randomOperationsAreAnsweredAsThePortsPromise() {
        try (Subject postgres = new PostgresSubject()) {
            RandomOperations.sequences(100).of(40).on("PostgreSQL", postgres);
        }
    }

    @Test
    @Tag("fire")
    void moreRandomOperationsAreAnsweredAsThePortsPromise() {
        try (Subject postgres = new PostgresSubject()) {
            RandomOperations.sequences(1_000).of(40).on("PostgreSQL", postgres);
        }
    }
}
