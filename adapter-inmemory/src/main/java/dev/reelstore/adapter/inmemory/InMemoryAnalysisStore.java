package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.HighlightCount;
import dev.reelstore.domain.analysis.JobWithClips;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.value.Check;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What was found, in one store or unit. As safe as the calls that it is given. */
final class InMemoryAnalysisStore implements AnalysisStore {

    private final Calls calls;

    InMemoryAnalysisStore(Calls calls) {
        this.calls = calls;
    }

    @Override
    public int add(Collection<? extends Finding> findings) {
        return calls.write(overlay -> AnalysisChanges.add(overlay, Check.all("findings", findings)));
    }

    @Override
    public <F extends Finding> void replace(JobId job, FindingKind<F> kind, Collection<F> findings) {
        calls.write(overlay -> {
            Check.present("job id", job);
            Check.present("kind of finding", kind);
            AnalysisChanges.replace(overlay, job, kind, Check.all("findings", findings));
            return true;
        });
    }

    @Override
    public int delete(JobId job, FindingKind<?> kind) {
        return calls.write(overlay ->
                AnalysisChanges.delete(overlay, Check.present("job id", job), Check.present("kind of finding", kind)));
    }

    @Override
    public <F extends Finding> List<F> list(FindingQuery<F> query) {
        return calls.read(overlay -> AnalysisSearch.list(overlay, Check.present("finding query", query)));
    }

    @Override
    public long count(FindingQuery<?> query) {
        return calls.read(overlay -> AnalysisSearch.count(overlay, Check.present("finding query", query)));
    }

    @Override
    public void putLayout(Layout layout) {
        calls.write(overlay -> {
            AnalysisChanges.putLayout(overlay, Check.present("layout", layout));
            return true;
        });
    }

    @Override
    public Optional<Layout> findLayout(JobId job) {
        return calls.read(
                overlay -> Optional.ofNullable(overlay.view().analysis().layout(Check.present("job id", job))));
    }

    @Override
    public Optional<JobWithClips> findJobWithClips(JobId job) {
        return calls.read(overlay -> {
            JobRow row = overlay.job(Check.present("job id", job));
            return row == null
                    ? Optional.empty()
                    : Optional.of(new JobWithClips(
                            overlay.toJob(row), overlay.view().analysis().of(job, FindingKind.CLIP)));
        });
    }

    @Override
    public List<HighlightCount> listHighlightCounts(JobQuery query) {
        return calls.read(overlay -> AnalysisSearch.highlightCounts(overlay, Check.present("job query", query)));
    }
}
