package dev.reelstore.adapter.inmemory;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Draws the tokens of claims: they tell claims apart and guard nothing, so a quick generator is enough. */
final class Tokens {

    private Tokens() {}

    static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
