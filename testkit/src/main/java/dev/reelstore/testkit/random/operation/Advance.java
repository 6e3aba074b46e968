package dev.reelstore.testkit.random.operation;

import java.time.Duration;

/**
 * Time goes by, in the store's own clock.
 *
 * @param by how much, zero or more
 */
public record Advance(Duration by) implements Op {

    @Override
    public Object on(Ground ground) {
        ground.subject().advance(by);
        return Ground.DONE;
    }
}
