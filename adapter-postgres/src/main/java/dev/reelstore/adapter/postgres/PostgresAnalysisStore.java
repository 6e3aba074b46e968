package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.analysis.Clip;
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
import java.util.Objects;
import java.util.Optional;

/** What was found in the media of jobs, in PostgreSQL; safe from any thread where its scope is. */
final class PostgresAnalysisStore implements AnalysisStore {

    private final Scope scope;

    PostgresAnalysisStore(Scope scope) {
        this.scope = scope;
    }

    @Override
    public int add(Collection<? extends Finding> findings) {
        return scope.<Integer>write(
                "add findings", session -> new Findings(session.findings()).add(Check.all("findings", findings)));
    }

    @Override
    public <F extends Finding> void replace(JobId job, FindingKind<F> kind, Collection<F> findings) {
        scope.<Boolean>write("replace findings", session -> {
            Check.present("job id", job);
            Check.present("kind of finding", kind);
            new Findings(session.findings()).replace(job, kind, Check.all("findings", findings));
            return true;
        });
    }

    @Override
    public int delete(JobId job, FindingKind<?> kind) {
        return scope.<Integer>write(
                "delete findings",
                session -> session.findings()
                        .delete(Check.present("job id", job), Check.present("kind of finding", kind)));
    }

    @Override
    public <F extends Finding> List<F> list(FindingQuery<F> query) {
        return scope.<List<F>>read("list findings", session -> {
            FindingKind<F> kind = Check.present("finding query", query).kind();
            return session.findings().list(new FindingSearch(query)).stream()
                    .map(kind.type()::cast)
                    .toList();
        });
    }

    @Override
    public long count(FindingQuery<?> query) {
        return scope.<Long>read(
                "count findings",
                session -> session.findings().count(new FindingSearch(Check.present("finding query", query))));
    }

    @Override
    public void putLayout(Layout layout) {
        scope.<Boolean>write("put layout", session -> {
            if (session.layouts().put(Check.present("layout", layout)) == 0) {
                throw Findings.missing(layout.job());
            }
            return true;
        });
    }

    @Override
    public Optional<Layout> findLayout(JobId job) {
        return scope.<Optional<Layout>>read(
                "find layout", session -> Optional.ofNullable(session.layouts().find(Check.present("job id", job))));
    }

    @Override
    public Optional<JobWithClips> findJobWithClips(JobId job) {
        return scope.<Optional<JobWithClips>>read("find job with clips", session -> {
            List<JobAndClip> rows = session.jobs().findWithClips(Check.present("job id", job));
            List<Clip> clips =
                    rows.stream().map(JobAndClip::clip).filter(Objects::nonNull).toList();
            return rows.stream().findFirst().map(row -> new JobWithClips(row.job(), clips));
        });
    }

    @Override
    public List<HighlightCount> listHighlightCounts(JobQuery query) {
        return scope.<List<HighlightCount>>read("list highlight counts", session -> {
            int limit = Check.present("job query", query).limit();
            return session.jobs().listHighlightCounts(JobListing.of(query)).stream()
                    .limit(limit)
                    .map(row -> new HighlightCount(row.job(), row.highlights()))
                    .toList();
        });
    }
}
