package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.CaseFolding;
import org.jspecify.annotations.Nullable;

/** What to list or count, in the terms of the statements. */
record FindingSearch(FindingQuery<?> query) {

    JobId job() {
        return query.job();
    }

    FindingKind<?> kind() {
        return query.kind();
    }

    @Nullable
    TimeRange overlapping() {
        return query.overlapping();
    }

    @Nullable
    String folded() {
        String part = query.containing();
        return part == null ? null : CaseFolding.fold(part);
    }

    @Nullable
    String keyword() {
        return query.keyword();
    }

    @Nullable
    Double leastScore() {
        return query.leastScore();
    }

    boolean byScore() {
        return query.byScore();
    }

    int limit() {
        return query.limit();
    }
}
