package dev.reelstore.cli.report;

import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.analysis.ContentSegment;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.analysis.SilenceRegion;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.analysis.TranscriptSegment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that was found in the media of a job, as {@code --json} shows it; times in seconds from the beginning. */
public record FoundView(
        List<SilenceView> silences,
        List<TranscriptView> transcript,
        List<SegmentView> contentSegments,
        List<HighlightView> highlights,
        List<ClipView> clips,
        @Nullable LayoutView layout) {

    /** Where nothing is heard. */
    public record SilenceView(
            String id,
            double startSeconds,
            double endSeconds,
            @Nullable String type,
            @Nullable Double thresholdDb) {

        static SilenceView of(SilenceRegion region) {
            return new SilenceView(
                    region.id().toString(),
                    start(region.range()),
                    end(region.range()),
                    region.type(),
                    region.thresholdDb());
        }
    }

    /** What is said. */
    public record TranscriptView(
            String id,
            double startSeconds,
            double endSeconds,
            String text,
            @Nullable Double confidence,
            @Nullable String speaker) {

        static TranscriptView of(TranscriptSegment segment) {
            return new TranscriptView(
                    segment.id().toString(),
                    start(segment.range()),
                    end(segment.range()),
                    segment.text(),
                    segment.confidence(),
                    segment.speaker());
        }
    }

    /** What a part is about. */
    public record SegmentView(
            String id,
            int order,
            double startSeconds,
            double endSeconds,
            String topic,
            double score,
            List<String> keywords) {

        static SegmentView of(ContentSegment segment) {
            return new SegmentView(
                    segment.id().toString(),
                    segment.order(),
                    start(segment.range()),
                    end(segment.range()),
                    segment.topic(),
                    segment.score(),
                    segment.keywords());
        }
    }

    /** What is worth showing. */
    public record HighlightView(
            String id,
            double startSeconds,
            double endSeconds,
            double score,
            @Nullable String title,
            @Nullable String reason) {

        static HighlightView of(Highlight highlight) {
            return new HighlightView(
                    highlight.id().toString(),
                    start(highlight.range()),
                    end(highlight.range()),
                    highlight.score(),
                    highlight.title(),
                    highlight.reason());
        }
    }

    /** What is cut out. */
    public record ClipView(
            String id,
            int order,
            double startSeconds,
            double endSeconds,
            String title,
            @Nullable String location,
            @Nullable String thumbnail,
            @Nullable Long sizeBytes) {

        static ClipView of(Clip clip) {
            return new ClipView(
                    clip.id().toString(),
                    clip.order(),
                    start(clip.range()),
                    end(clip.range()),
                    clip.title(),
                    clip.location(),
                    clip.thumbnail(),
                    clip.sizeBytes());
        }
    }

    /** How the picture is divided. */
    public record LayoutView(
            String type,
            @Nullable Double splitRatio,
            @Nullable Double confidence,
            JsonNode regions) {

        static LayoutView of(Layout layout) {
            return new LayoutView(layout.type(), layout.splitRatio(), layout.confidence(), Json.read(layout.regions()));
        }
    }

    /** What is shown of these findings. */
    public static FoundView of(Found found) {
        return new FoundView(
                found.silences().stream().map(SilenceView::of).toList(),
                found.transcript().stream().map(TranscriptView::of).toList(),
                found.segments().stream().map(SegmentView::of).toList(),
                found.highlights().stream().map(HighlightView::of).toList(),
                found.clips().stream().map(ClipView::of).toList(),
                found.layout() == null ? null : LayoutView.of(found.layout()));
    }

    private static double start(TimeRange range) {
        return range.start().toNanos() / 1e9;
    }

    private static double end(TimeRange range) {
        return range.end().toNanos() / 1e9;
    }
}
