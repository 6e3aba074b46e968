package dev.reelstore.cli.report;

import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.analysis.ContentSegment;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.analysis.SilenceRegion;
import dev.reelstore.domain.analysis.TranscriptSegment;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.unit.Stores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was found in the media of a job, each kind in its order.
 *
 * @param layout null where there is none
 */
public record Found(
        List<TranscriptSegment> transcript,
        List<SilenceRegion> silences,
        List<ContentSegment> segments,
        List<Highlight> highlights,
        List<Clip> clips,
        @Nullable Layout layout) {

    /** Nothing at all. */
    public static final Found NOTHING = new Found(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    /** Reads it from the store. */
    public static Found in(Stores stores, JobId job) {
        return new Found(
                list(stores, job, FindingKind.TRANSCRIPT),
                list(stores, job, FindingKind.SILENCE),
                list(stores, job, FindingKind.CONTENT),
                list(stores, job, FindingKind.HIGHLIGHT),
                list(stores, job, FindingKind.CLIP),
                stores.analysis().findLayout(job).orElse(null));
    }

    private static <F extends Finding> List<F> list(Stores stores, JobId job, FindingKind<F> kind) {
        return stores.analysis().list(FindingQuery.of(job, kind));
    }
}
