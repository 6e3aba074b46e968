package dev.reelstore.domain.journal;

import dev.reelstore.domain.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * A page of the journal, by the time of recording, then by id.
 *
 * @param filter which records
 * @param newestFirst whether the last recorded comes first
 * @param limit at most this many, 1 to {@value #MAX_LIMIT}
 * @param after only what comes after this place, or null from the start
 */
public record JournalQuery(
        JournalFilter filter,
        boolean newestFirst,
        int limit,
        @Nullable JournalCursor after) {

    /** The most records that one page holds. */
    public static final int MAX_LIMIT = 1_000;

    private static final int DEFAULT_LIMIT = 100;

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value is missing or out of range */
    public JournalQuery {
        Check.present("journal filter", filter);
        Check.range("limit", limit, 1, MAX_LIMIT);
    }

    /** The first 100 of these records, the first recorded first. */
    public static JournalQuery oldestFirst(JournalFilter filter) {
        return new JournalQuery(filter, false, DEFAULT_LIMIT, null);
    }

    /** The first 100 of these records, the last recorded first. */
    public static JournalQuery newestFirst(JournalFilter filter) {
        return new JournalQuery(filter, true, DEFAULT_LIMIT, null);
    }

    /** The same with at most this many. */
    public JournalQuery limit(int value) {
        return new JournalQuery(filter, newestFirst, value, after);
    }

    /** The same from this place on. */
    public JournalQuery after(@Nullable JournalCursor value) {
        return new JournalQuery(filter, newestFirst, limit, value);
    }
}
