package dev.reelstore.application.worker;

import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.unit.FinishedJob;
import org.jspecify.annotations.Nullable;

/** Others who complete jobs at the same time, and share a commit. */
@FunctionalInterface
interface Company {

    /** Nobody. */
    Company NONE = job -> new Answer(null, false);

    /** Has this job completed in a commit with others, and waits for that. */
    Answer complete(FinishedJob job);

    /**
     * What came of it.
     *
     * @param settlement what became of the job, or null where it has to be completed alone
     * @param doubt whether it may have been completed nevertheless
     */
    record Answer(@Nullable Settlement settlement, boolean doubt) {}
}
