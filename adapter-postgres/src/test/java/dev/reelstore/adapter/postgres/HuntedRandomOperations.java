package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.random.RandomContract;
import dev.reelstore.testkit.random.RandomOperations;
import dev.reelstore.testkit.random.operation.Subject;
import org.junit.jupiter.api.AfterAll;

/** What {@link PlantedRandomBugsTest} runs against changed statements. Not run by itself; it closes its pools. */
final class HuntedRandomOperations implements RandomContract {

    @AfterAll
    static void close() {
        TestStore.close();
    }

    @Override
    public RandomOperations operations() {
        return new RandomOperations(120, 40, 7);
    }

    @Override
    public Subject subject() {
        return new PostgresSubject();
    }
}
