package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.job.CreateResult;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.RetryResult;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.Stores;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds or makes the job of each file: one job for the same content, whoever brings it and how often.
 *
 * <p>For one thread.
 */
final class Intake {

    private final Stores stores;
    private final JobParameters parameters;
    private final LocalSources sources;
    private final Instant since;
    private final Map<Target, Job> admitted = new HashMap<>();

    /**
     * @param since when this command began, in the store's time: what failed later was tried for it too, by whomever
     */
    Intake(Stores stores, JobParameters parameters, LocalSources sources, Instant since) {
        this.stores = stores;
        this.parameters = parameters;
        this.sources = sources;
        this.since = since;
    }

    /** Reads the file and sees that its content has a job. */
    Admission admit(InputFile file) {
        NewJob wanted;
        try {
            Fingerprint fingerprint = Fingerprint.of(file.absolute());
            sources.add(file.absolute(), fingerprint);
            wanted = PipelineJobs.forContent(file.absolute(), fingerprint, parameters);
        } catch (IOException unreadable) {
            wanted = PipelineJobs.forUnreadable(file.absolute(), parameters);
        }
        Job earlier = admitted.get(wanted.target());
        Admission admission = earlier == null
                ? admit(file, wanted)
                : new Admission(file, stores.jobs().find(earlier.id()).orElse(earlier), Admission.Kind.JOINED);
        admitted.put(wanted.target(), admission.job());
        return admission;
    }

    private Admission admit(InputFile file, NewJob wanted) {
        CreateResult result = stores.jobs().createIfAbsent(wanted, Set.of());
        if (result.created()) {
            return new Admission(file, result.job(), Admission.Kind.CREATED);
        }
        Job job = result.job();
        boolean triedNow = job.finishedAt() != null && !job.finishedAt().isBefore(since);
        return switch (job.status()) {
            case QUEUED, RUNNING -> new Admission(file, job, Admission.Kind.JOINED);
            case COMPLETED -> new Admission(file, job, triedNow ? Admission.Kind.JOINED : Admission.Kind.DONE);
            case FAILED, CANCELLED ->
                triedNow ? new Admission(file, job, Admission.Kind.JOINED) : retry(file, wanted, job);
        };
    }

    private Admission retry(InputFile file, NewJob wanted, Job job) {
        RetryResult result = stores.jobs().retry(job.id(), JobStatus.live());
        if (result instanceof RetryResult.Requeued requeued) {
            return new Admission(file, requeued.job(), Admission.Kind.RETRIED);
        }
        if (result instanceof RetryResult.Blocked blocked) {
            return new Admission(file, blocked.by(), Admission.Kind.JOINED);
        }
        if (result instanceof RetryResult.NotRetryable changed) {
            return new Admission(file, changed.job(), Admission.Kind.JOINED);
        }
        return admit(file, wanted);
    }
}
