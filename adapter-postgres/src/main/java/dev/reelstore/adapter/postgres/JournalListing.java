package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.journal.JournalCursor;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.LogStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to list or sum up; one more than asked for tells whether there is a next page. */
record JournalListing(
        JournalFilter filter,
        Set<LogStatus> statuses,
        boolean newestFirst,
        int limit,
        @Nullable JournalCursor after) {

    static JournalListing of(JournalQuery query, Set<LogStatus> statuses) {
        return new JournalListing(query.filter(), statuses, query.newestFirst(), query.limit() + 1, query.after());
    }

    static JournalListing of(JournalFilter filter) {
        return new JournalListing(filter, Set.of(), false, 0, null);
    }

    /** Said as a constant, so that the index of failures serves it. */
    boolean onlyFailed() {
        return statuses.equals(Set.of(LogStatus.FAILED));
    }
}
