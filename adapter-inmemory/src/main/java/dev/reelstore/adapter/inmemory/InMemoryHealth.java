package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.Health;
import dev.reelstore.domain.PoolFigures;
import java.util.Optional;

/**
 * A store in memory is well until it is closed, and has no connections.
 *
 * @param memory the store
 */
record InMemoryHealth(Memory memory) implements Health {

    @Override
    public boolean open() {
        return memory.open();
    }

    @Override
    public boolean poolHealthy() {
        return memory.open();
    }

    @Override
    public Optional<PoolFigures> pool() {
        return Optional.empty();
    }

    @Override
    public void reach() {
        memory.checkOpen();
    }
}
