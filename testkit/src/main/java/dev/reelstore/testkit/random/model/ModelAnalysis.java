package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.analysis.ContentSegment;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.HighlightCount;
import dev.reelstore.domain.analysis.JobWithClips;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.analysis.TranscriptSegment;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.value.CaseFolding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The findings of the model. */
final class ModelAnalysis implements AnalysisStore {

    private final Door door;

    ModelAnalysis(Door door) {
        this.door = door;
    }

    @Override
    public int add(Collection<? extends Finding> findings) {
        return door.write(state -> added(state, findings));
    }

    private static int added(State state, Collection<? extends Finding> findings) {
        int before = state.findings.size();
        Set<State.FindingKey> named = new HashSet<>();
        Faults faults = new Faults();
        for (Finding finding : findings) {
            State.FindingKey key = State.FindingKey.of(finding);
            faults.in(() -> require(state, finding.job()));
            faults.in(() -> refuseOther(!named.add(key), "the id is named twice"));
            Finding there = state.findings.putIfAbsent(key, finding);
            boolean elsewhere = there != null && !there.job().equals(finding.job());
            faults.in(() -> refuseOther(elsewhere, "the id belongs to a finding in another job"));
        }
        faults.raise();
        return state.findings.size() - before;
    }

    private static void refuseOther(boolean other, String why) {
        if (other) {
            throw new StoreConflictException(why, Repeat.USELESS, null);
        }
    }

    @Override
    public <F extends Finding> void replace(JobId job, FindingKind<F> kind, Collection<F> findings) {
        door.write(state -> {
            for (F finding : findings) {
                if (!finding.job().equals(job)) {
                    throw new InvalidDataException(
                            "finding " + finding.id() + " is in job " + finding.job() + ": it must be in job " + job,
                            null);
                }
            }
            require(state, job);
            deleted(state, job, kind);
            return added(state, findings);
        });
    }

    @Override
    public int delete(JobId job, FindingKind<?> kind) {
        return door.write(state -> deleted(state, job, kind));
    }

    private static int deleted(State state, JobId job, FindingKind<?> kind) {
        int before = state.findings.size();
        state.findings.values().removeIf(one -> one.kind() == kind && one.job().equals(job));
        return before - state.findings.size();
    }

    @Override
    public <F extends Finding> List<F> list(FindingQuery<F> query) {
        return door.read(state ->
                matching(state, query).sorted(order(query)).limit(query.limit()).toList());
    }

    @Override
    public long count(FindingQuery<?> query) {
        return door.read(state -> matching(state, query).count());
    }

    private static <F extends Finding> Comparator<Finding> order(FindingQuery<F> query) {
        return query.byScore()
                ? Comparator.comparingDouble((Finding one) -> -((Finding.Scored) one).score())
                        .thenComparing(Finding.IN_ORDER)
                : Finding.IN_ORDER;
    }

    private static <F extends Finding> Stream<F> matching(State state, FindingQuery<F> query) {
        return state.findings.values().stream()
                .filter(one -> one.kind() == query.kind() && one.job().equals(query.job()))
                .map(query.kind().type()::cast)
                .filter(one -> query.overlapping() == null || one.range().overlaps(query.overlapping()))
                .filter(one -> query.containing() == null || says(one, query.containing()))
                .filter(one -> query.keyword() == null
                        || ((ContentSegment) one).keywords().contains(query.keyword()))
                .filter(one -> query.leastScore() == null || ((Finding.Scored) one).score() >= query.leastScore());
    }

    private static boolean says(Finding finding, String text) {
        return CaseFolding.fold(((TranscriptSegment) finding).text()).contains(CaseFolding.fold(text));
    }

    @Override
    public void putLayout(Layout layout) {
        door.write(state -> {
            require(state, layout.job());
            state.layouts.put(layout.job(), layout);
            return true;
        });
    }

    @Override
    public Optional<Layout> findLayout(JobId job) {
        return door.read(state -> Optional.ofNullable(state.layouts.get(job)));
    }

    @Override
    public Optional<JobWithClips> findJobWithClips(JobId job) {
        return door.read(state -> Optional.ofNullable(state.jobs.get(job))
                .map(there -> new JobWithClips(state.toJob(there), clips(state, job))));
    }

    private static List<Clip> clips(State state, JobId job) {
        List<Clip> clips = new ArrayList<>(
                matching(state, FindingQuery.of(job, FindingKind.CLIP)).toList());
        clips.sort(Finding.IN_ORDER);
        return clips;
    }

    @Override
    public List<HighlightCount> listHighlightCounts(JobQuery query) {
        return door.read(state -> JobsFound.page(state, query).jobs().stream()
                .map(job -> new HighlightCount(
                        job,
                        matching(state, FindingQuery.of(job.id(), FindingKind.HIGHLIGHT))
                                .count()))
                .toList());
    }

    private static void require(State state, JobId job) {
        if (!state.jobs.containsKey(job)) {
            throw new RecordNotFoundException("no such job", null);
        }
    }
}
