package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import java.util.List;

/** Keeps and finds what was found in the media of jobs. */
public sealed interface AnalysisOp extends Op {

    /** Keeps findings. */
    record Add(List<Finding> findings) implements AnalysisOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().analysis().add(findings);
        }
    }

    /** Keeps findings instead of all of their kind in a job. */
    record Replace<F extends Finding>(JobId job, FindingKind<F> kind, List<F> findings) implements AnalysisOp {
        @Override
        public Object on(Ground ground) {
            ground.stores().analysis().replace(job, kind, findings);
            return Ground.DONE;
        }
    }

    /** Deletes the findings of a kind in a job. */
    record Delete(JobId job, FindingKind<?> kind) implements AnalysisOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().analysis().delete(job, kind);
        }
    }

    /** Finds findings. */
    record Find(FindingQuery<?> query) implements AnalysisOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().analysis().list(query);
        }
    }

    /** Counts findings. */
    record Count(FindingQuery<?> query) implements AnalysisOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().analysis().count(query);
        }
    }

    /** Keeps a layout. */
    record PutLayout(Layout layout) implements AnalysisOp {
        @Override
        public Object on(Ground ground) {
            ground.stores().analysis().putLayout(layout);
            return Ground.DONE;
        }
    }

    /** Finds a layout. */
    record FindLayout(JobId job) implements AnalysisOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().analysis().findLayout(job);
        }
    }

    /** Finds a job with its clips. */
    record FindJobWithClips(JobId job) implements AnalysisOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().analysis().findJobWithClips(job);
        }
    }

    /** Reads a page of jobs with their numbers of highlights. */
    record HighlightCounts(JobQuery query) implements AnalysisOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().analysis().listHighlightCounts(query);
        }
    }
}
