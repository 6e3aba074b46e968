package dev.reelstore.application.retry;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.HighlightCount;
import dev.reelstore.domain.analysis.JobWithClips;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** An analysis store whose stand-alone calls are repeated. As safe from threads as what it decorates. */
final class RetryingAnalysisStore implements AnalysisStore {

    private final AnalysisStore analysis;
    private final Calls calls;

    RetryingAnalysisStore(AnalysisStore analysis, Calls calls) {
        this.analysis = analysis;
        this.calls = calls;
    }

    @Override
    public int add(Collection<? extends Finding> findings) {
        return calls.call("analysis.add", () -> analysis.add(findings));
    }

    @Override
    public <F extends Finding> void replace(JobId job, FindingKind<F> kind, Collection<F> findings) {
        calls.call("analysis.replace", () -> {
            analysis.replace(job, kind, findings);
            return true;
        });
    }

    @Override
    public int delete(JobId job, FindingKind<?> kind) {
        return calls.call("analysis.delete", () -> analysis.delete(job, kind));
    }

    @Override
    public <F extends Finding> List<F> list(FindingQuery<F> query) {
        return calls.call("analysis.list", () -> analysis.list(query));
    }

    @Override
    public long count(FindingQuery<?> query) {
        return calls.call("analysis.count", () -> analysis.count(query));
    }

    @Override
    public void putLayout(Layout layout) {
        calls.call("analysis.putLayout", () -> {
            analysis.putLayout(layout);
            return true;
        });
    }

    @Override
    public Optional<Layout> findLayout(JobId job) {
        return calls.call("analysis.findLayout", () -> analysis.findLayout(job));
    }

    @Override
    public Optional<JobWithClips> findJobWithClips(JobId job) {
        return calls.call("analysis.findJobWithClips", () -> analysis.findJobWithClips(job));
    }

    @Override
    public List<HighlightCount> listHighlightCounts(JobQuery query) {
        return calls.call("analysis.listHighlightCounts", () -> analysis.listHighlightCounts(query));
    }
}
