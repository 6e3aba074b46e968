package dev.reelstore.domain;

import dev.reelstore.domain.value.Check;

/**
 * How a pool of connections is used at one moment. The numbers are read one after the other, so that they may be off by
 * what happened between.
 *
 * @param active connections in use
 * @param idle connections that are free
 * @param waiting calls that wait for a connection
 * @param total connections that are open
 * @param max how many may be open at a time
 */
public record PoolFigures(int active, int idle, int waiting, int total, int max) {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a number is negative */
    public PoolFigures {
        Check.range("active", active, 0, Integer.MAX_VALUE);
        Check.range("idle", idle, 0, Integer.MAX_VALUE);
        Check.range("waiting", waiting, 0, Integer.MAX_VALUE);
        Check.range("total", total, 0, Integer.MAX_VALUE);
        Check.range("max", max, 0, Integer.MAX_VALUE);
    }
}
