package dev.reelstore.domain.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the journal.
 *
 * @param records in the order that was asked for
 * @param next where the next page begins, or null when there was no more at the time
 * @param <R> what the page holds
 */
public record JournalPage<R extends JournalRecord>(
        List<R> records, @Nullable JournalCursor next) {

    /** Keeps a copy of the list. */
    public JournalPage {
        records = List.copyOf(records);
    }

    /** The page that begins this list, which has one more than the limit where there is another page. */
    public static <R extends JournalRecord> JournalPage<R> of(List<R> found, int limit) {
        if (found.size() <= limit) {
            return new JournalPage<>(found, null);
        }
        return new JournalPage<>(found.subList(0, limit), JournalCursor.after(found.get(limit - 1)));
    }
}
