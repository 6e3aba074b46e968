package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobPurge;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import java.util.List;
import java.util.Set;

/** Makes, finds and ends jobs. */
public sealed interface JobOp extends Op {

    /** Creates one. */
    record Create(NewJob job) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().create(job);
        }
    }

    /** Creates some in one step. */
    record CreateAll(List<NewJob> jobs) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().createAll(jobs);
        }
    }

    /** Creates one unless another is in the way. */
    record CreateIfAbsent(NewJob job, Set<JobStatus> blocking) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().createIfAbsent(job, blocking);
        }
    }

    /** Finds one. */
    record Find(JobId id) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().find(id);
        }
    }

    /** Reads one that must be there. */
    record Get(JobId id) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().get(id);
        }
    }

    /** Reads a page. */
    record Page(JobQuery query) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().list(query);
        }
    }

    /** Counts. */
    record Count(JobFilter filter) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().count(filter);
        }
    }

    /** Counts in each status. */
    record CountByStatus(JobFilter filter) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().countByStatus(filter);
        }
    }

    /** Asks whether there is one. */
    record Exists(String type, Target target, Set<JobStatus> statuses) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().exists(type, target, statuses);
        }
    }

    /** Asks for which targets there is one. */
    record Existing(String type, List<Target> targets, Set<JobStatus> statuses) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().existing(type, targets, statuses);
        }
    }

    /** Asks why one stands where it stands. */
    record Explain(JobId id) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().explain(id);
        }
    }

    /** Reads the stages of one. */
    record Stages(JobId id) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().stages(id);
        }
    }

    /** Cancels one. */
    record Cancel(JobId id) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().cancel(id);
        }
    }

    /** Puts one back into its queue. */
    record Retry(JobId id, Set<JobStatus> blocking) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().retry(id, blocking);
        }
    }

    /** Deletes one. */
    record Delete(JobId id) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().delete(id);
        }
    }

    /** Deletes finished ones by their age. */
    record Purge(JobPurge purge) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().purge(purge);
        }
    }

    /** Cancels a page. */
    record CancelAll(JobQuery query) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().cancelAll(query);
        }
    }

    /** Retries a page. */
    record RetryAll(JobQuery query, Set<JobStatus> blocking) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().retryAll(query, blocking);
        }
    }

    /** Deletes a page. */
    record DeleteAll(JobQuery query) implements JobOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().jobs().deleteAll(query);
        }
    }
}
