package dev.reelstore.domain.value;

import dev.reelstore.domain.failure.InvalidDataException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers that grow with time (UUID version 7, RFC 9562): made by the client, so that a repeated insert is harmless
 * and an id is known before its commit. Within one process each is greater than the one before. Safe from any thread.
 */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int STEPS_PER_MILLI_BITS = 12;

    /** Milliseconds and the step within them, as one growing number. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {}

    /** A new identifier. */
    public static UUID next() {
        long now = System.currentTimeMillis() << STEPS_PER_MILLI_BITS;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long millis = tick >>> STEPS_PER_MILLI_BITS;
        long step = tick & 0xFFF;
        return new UUID(millis << 16 | 0x7000 | step, RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }

    /**
     * The order of identifiers in every store: by their bytes, unsigned. ({@link UUID#compareTo} compares signed halves
     * and disagrees with databases.)
     */
    public static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    /**
     * Reads an identifier written as 36 characters.
     *
     * @throws InvalidDataException when it is not one
     */
    public static UUID parse(String field, String text) {
        String given = Check.text(field, text, 200);
        try {
            UUID id = UUID.fromString(given);
            if (id.toString().equalsIgnoreCase(given)) {
                return id;
            }
        } catch (IllegalArgumentException malformed) {
            // said below, in our own words
        }
        throw new InvalidDataException(
                field + " is '" + given + "': it must be a UUID such as 01890a5d-ac96-774b-bcce-b302099a8057", null);
    }
}
