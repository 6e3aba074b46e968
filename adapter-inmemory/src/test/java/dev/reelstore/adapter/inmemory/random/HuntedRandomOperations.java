package dev.reelstore.adapter.inmemory.random;

import dev.reelstore.testkit.random.RandomContract;
import dev.reelstore.testkit.random.RandomOperations;
import dev.reelstore.testkit.random.operation.Subject;

/** What {@link PlantedRandomBugsTest} runs against changed sources. Not run by itself. */
final class HuntedRandomOperations implements RandomContract {

    @Override
    public RandomOperations operations() {
        return new RandomOperations(150, 60, 7);
    }

    @Override
    public Subject subject() {
        return new InMemorySubject();
    }
}
