package dev.reelstore.domain.analysis;

import dev.reelstore.domain.job.JobId;
import java.util.Comparator;

/** Something that was found in a part of the medium of a job. Never changed once it is kept; gone with its job. */
public sealed interface Finding permits TranscriptSegment, SilenceRegion, Finding.Scored, Clip {

    /** The order of lists: by the place that was given to them, if their kind has one, then by start, then by id. */
    Comparator<Finding> IN_ORDER = Comparator.comparingInt(Finding::order)
            .thenComparing(finding -> finding.range().start())
            .thenComparing(Finding::id);

    /** Its identity, made by whoever found it; unique among findings of its kind. */
    FindingId id();

    /** In whose medium. */
    JobId job();

    /** When in the medium. */
    TimeRange range();

    /** What kind of finding. */
    FindingKind<?> kind();

    /** Its place among its kind in its job; 0 where the kind has none. */
    default int order() {
        return 0;
    }

    /** A finding that is better or worse than others of its kind. */
    sealed interface Scored extends Finding permits ContentSegment, Highlight {

        /** The best first; those that are equally good in the order of lists. */
        Comparator<Scored> BEST_FIRST =
                Comparator.comparingDouble(Scored::score).reversed().thenComparing(IN_ORDER);

        /** How good; more is better. */
        double score();
    }
}
