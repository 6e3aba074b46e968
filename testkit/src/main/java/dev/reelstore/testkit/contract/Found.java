package dev.reelstore.testkit.contract;

import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.analysis.ContentSegment;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.SilenceRegion;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.analysis.TranscriptSegment;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.unit.Stores;
import java.util.List;

/** What tests find in the media of jobs. */
final class Found {

    /** Where things are found where nothing else is said. */
    static final TimeRange RANGE = TimeRange.ofMillis(1_000, 2_000);

    private Found() {}

    /** Creates a job in whose medium things can be found. */
    static JobId job(Stores stores) {
        return stores.jobs().create(Given.job()).id();
    }

    /** One finding of each kind, new. */
    static List<Finding> oneOfEach(JobId job) {
        return FindingKind.all().stream().<Finding>map(kind -> of(job, kind)).toList();
    }

    /** A new finding of this kind. */
    static Finding of(JobId job, FindingKind<?> kind) {
        return of(job, kind, FindingId.next(), RANGE, 0);
    }

    /** A finding of this kind. */
    static Finding of(JobId job, FindingKind<?> kind, FindingId id, TimeRange range, int order) {
        return switch (kind.name()) {
            case "TRANSCRIPT" -> TranscriptSegment.of(job, range, "said").id(id);
            case "SILENCE" -> SilenceRegion.of(job, range).id(id);
            case "CONTENT" -> ContentSegment.of(job, range, order, "topic", 0.5).id(id);
            case "HIGHLIGHT" -> Highlight.of(job, range, 0.5).id(id);
            case "CLIP" -> Clip.of(job, range, order, "clip").id(id);
            default -> throw new AssertionError(kind + " is new: make one here");
        };
    }

    /** A segment of a transcript, new. */
    static TranscriptSegment said(JobId job, int atMillis, String text) {
        return TranscriptSegment.of(job, TimeRange.ofMillis(atMillis, atMillis + 100), text);
    }

    /** How many findings of all kinds there are in a job. */
    static long count(Stores stores, JobId job) {
        return FindingKind.all().stream()
                .mapToLong(kind -> stores.analysis().count(FindingQuery.of(job, kind)))
                .sum();
    }

    /** All findings of one kind in a job. */
    static <F extends Finding> List<F> all(Stores stores, JobId job, FindingKind<F> kind) {
        return stores.analysis().list(FindingQuery.of(job, kind));
    }
}
