package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.analysis.ContentSegment;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.HighlightCount;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.analysis.TranscriptSegment;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.value.CaseFolding;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what was found. */
final class AnalysisSearch {

    private AnalysisSearch() {}

    static <F extends Finding> List<F> list(Overlay overlay, FindingQuery<F> query) {
        Stream<F> found = matching(overlay, query);
        Stream<F> sorted = query.byScore()
                ? found.sorted((a, b) -> Finding.Scored.BEST_FIRST.compare((Finding.Scored) a, (Finding.Scored) b))
                : found;
        return sorted.limit(query.limit()).toList();
    }

    static long count(Overlay overlay, FindingQuery<?> query) {
        return matching(overlay, query).count();
    }

    static List<HighlightCount> highlightCounts(Overlay overlay, JobQuery query) {
        AnalysisTable analysis = overlay.view().analysis();
        return JobSearch.page(overlay, query).jobs().stream()
                .map(job -> new HighlightCount(
                        job, analysis.of(job.id(), FindingKind.HIGHLIGHT).size()))
                .toList();
    }

    private static <F extends Finding> Stream<F> matching(Overlay overlay, FindingQuery<F> query) {
        TimeRange range = query.overlapping();
        String part = query.containing() == null ? null : CaseFolding.fold(query.containing());
        return overlay.view().analysis().of(query.job(), query.kind()).stream()
                .filter(finding -> range == null || finding.range().overlaps(range))
                .filter(finding -> part == null || contains(finding, part))
                .filter(finding -> query.keyword() == null || hasKeyword(finding, query.keyword()))
                .filter(finding -> query.leastScore() == null || hasScore(finding, query.leastScore()));
    }

    private static boolean contains(Finding finding, String part) {
        return finding instanceof TranscriptSegment segment
                && CaseFolding.fold(segment.text()).contains(part);
    }

    private static boolean hasKeyword(Finding finding, @Nullable String keyword) {
        return finding instanceof ContentSegment segment && segment.keywords().contains(keyword);
    }

    private static boolean hasScore(Finding finding, double least) {
        return finding instanceof Finding.Scored scored && scored.score() >= least;
    }
}
