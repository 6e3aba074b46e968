package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.analysis.ContentSegment;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.SilenceRegion;
import dev.reelstore.domain.analysis.TranscriptSegment;
import dev.reelstore.domain.value.CaseFolding;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Findings of one kind turned into one list per column, so that one statement keeps any number of them. */
record FindingBatch(FindingKind<?> kind, List<Finding> findings) {

    List<@Nullable UUID> ids() {
        return column(Finding.class, finding -> finding.id().value());
    }

    List<@Nullable UUID> jobs() {
        return column(Finding.class, finding -> finding.job().value());
    }

    List<@Nullable Long> starts() {
        return column(Finding.class, finding -> Mapping.micros(finding.range().start()));
    }

    List<@Nullable Long> ends() {
        return column(Finding.class, finding -> Mapping.micros(finding.range().end()));
    }

    List<@Nullable Integer> places() {
        return column(Finding.class, Finding::order);
    }

    List<@Nullable Double> scores() {
        return column(Finding.Scored.class, Finding.Scored::score);
    }

    List<@Nullable String> texts() {
        return column(TranscriptSegment.class, TranscriptSegment::text);
    }

    List<@Nullable String> folded() {
        return column(TranscriptSegment.class, segment -> CaseFolding.fold(segment.text()));
    }

    List<@Nullable Double> confidences() {
        return column(TranscriptSegment.class, TranscriptSegment::confidence);
    }

    List<@Nullable String> speakers() {
        return column(TranscriptSegment.class, TranscriptSegment::speaker);
    }

    List<@Nullable String> types() {
        return column(SilenceRegion.class, SilenceRegion::type);
    }

    List<@Nullable Double> thresholds() {
        return column(SilenceRegion.class, SilenceRegion::thresholdDb);
    }

    List<@Nullable String> topics() {
        return column(ContentSegment.class, ContentSegment::topic);
    }

    /** An array of arrays would be taken for one: each list goes as lines. */
    List<@Nullable String> keywords() {
        return column(ContentSegment.class, segment -> String.join("\n", segment.keywords()));
    }

    List<@Nullable String> titles() {
        return column(
                Finding.class, finding -> finding instanceof Clip clip ? clip.title() : ((Highlight) finding).title());
    }

    List<@Nullable String> reasons() {
        return column(Highlight.class, Highlight::reason);
    }

    List<@Nullable String> locations() {
        return column(Clip.class, Clip::location);
    }

    List<@Nullable String> thumbnails() {
        return column(Clip.class, Clip::thumbnail);
    }

    List<@Nullable Long> sizes() {
        return column(Clip.class, Clip::sizeBytes);
    }

    private <F, T> List<@Nullable T> column(Class<F> type, Function<F, @Nullable T> part) {
        ArrayList<@Nullable T> values = new ArrayList<>(findings.size());
        findings.forEach(finding -> values.add(part.apply(type.cast(finding))));
        return values;
    }
}
