package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.job.JobId;

/** What a unit of work found, or found no more. It is not there where its job is gone, or is another under the same id. */
sealed interface AnalysisRow extends Row {

    /**
     * The identity of a finding.
     *
     * @param kind of what
     * @param id unique among its kind
     */
    record FindingKey(FindingKind<?> kind, FindingId id) {

        static FindingKey of(Finding finding) {
            return new FindingKey(finding.kind(), finding.id());
        }
    }

    /** The identity of a layout. */
    record LayoutKey(JobId job) {}

    /**
     * Something that was found.
     *
     * @param owner the job that it was found in
     * @param finding what
     */
    record Found(JobFacts owner, Finding finding) implements AnalysisRow {
        @Override
        public FindingKey key() {
            return FindingKey.of(finding);
        }

        @Override
        public State onto(State state) {
            return isOwner(owner, state) ? state.analysis(state.analysis().with(finding)) : state;
        }
    }

    /** A finding that is deleted. */
    record FindingGone(FindingKey key) implements AnalysisRow {
        @Override
        public State onto(State state) {
            return state.analysis(state.analysis().without(key.kind(), key.id()));
        }
    }

    /**
     * A layout.
     *
     * @param owner the job that it is the layout of
     * @param layout which
     */
    record LaidOut(JobFacts owner, Layout layout) implements AnalysisRow {
        @Override
        public LayoutKey key() {
            return new LayoutKey(layout.job());
        }

        @Override
        public State onto(State state) {
            return isOwner(owner, state) ? state.analysis(state.analysis().with(layout)) : state;
        }
    }

    private static boolean isOwner(JobFacts owner, State state) {
        JobRow job = state.jobs().find(owner.id());
        return job != null && job.facts() == owner;
    }
}
