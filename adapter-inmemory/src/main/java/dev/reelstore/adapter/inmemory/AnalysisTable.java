package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.job.JobId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was found, with its indexes.
 *
 * @param byId every finding, those of one kind together
 * @param byJob every finding, those of one kind in one job together, in their order
 * @param layouts every layout, by job
 */
record AnalysisTable(Tree<Finding> byId, Tree<Finding> byJob, Tree<Layout> layouts) {

    static final AnalysisTable EMPTY = new AnalysisTable(
            Tree.sortedBy(Comparator.<Finding, String>comparing(
                            finding -> finding.kind().name())
                    .thenComparing(Finding::id)),
            Tree.sortedBy(Comparator.comparing(Finding::job)
                    .thenComparing(finding -> finding.kind().name())
                    .thenComparing(Finding.IN_ORDER)),
            Tree.sortedBy(Comparator.comparing(Layout::job)));

    @Nullable
    Finding find(FindingKind<?> kind, FindingId id) {
        return byId.find(finding -> {
            int kinds = finding.kind().name().compareTo(kind.name());
            return kinds != 0 ? kinds : finding.id().compareTo(id);
        });
    }

    @Nullable
    Layout layout(JobId job) {
        return layouts.find(layout -> layout.job().compareTo(job));
    }

    /** What was found of one kind in a job, in its order. */
    <F extends Finding> List<F> of(JobId job, FindingKind<F> kind) {
        List<F> found = new ArrayList<>();
        for (Finding finding : byJob.ascending(candidate -> {
            int jobs = candidate.job().compareTo(job);
            return jobs > 0 || (jobs == 0 && candidate.kind().name().compareTo(kind.name()) >= 0);
        })) {
            if (!finding.job().equals(job) || finding.kind() != kind) {
                break;
            }
            found.add(kind.type().cast(finding));
        }
        return found;
    }

    AnalysisTable with(Finding finding) {
        AnalysisTable rest = without(finding.kind(), finding.id());
        return new AnalysisTable(rest.byId.with(finding), rest.byJob.with(finding), layouts);
    }

    AnalysisTable without(FindingKind<?> kind, FindingId id) {
        Finding old = find(kind, id);
        return old == null ? this : new AnalysisTable(byId.without(old), byJob.without(old), layouts);
    }

    AnalysisTable with(Layout layout) {
        return new AnalysisTable(byId, byJob, layouts.with(layout));
    }

    /** Without all that was found in a job. */
    AnalysisTable without(JobId job) {
        AnalysisTable rest = this;
        for (FindingKind<?> kind : FindingKind.all()) {
            for (Finding finding : of(job, kind)) {
                rest = rest.without(kind, finding.id());
            }
        }
        Layout layout = layout(job);
        return layout == null ? rest : new AnalysisTable(rest.byId, rest.byJob, layouts.without(layout));
    }
}
