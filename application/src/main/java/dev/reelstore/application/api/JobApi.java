package dev.reelstore.application.api;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Progress;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.value.Check;
import java.util.Optional;

/**
 * What the routes of an API call: submit a job and look at it. Safe from any thread where the stores are.
 *
 * <p>Every method may throw a {@link dev.reelstore.domain.failure.StoreException}; input that breaks a rule is refused
 * with an {@link dev.reelstore.domain.failure.InvalidDataException} before a store is asked.
 */
public final class JobApi {

    /** The type of a submitted job's target; its id is the key under which the upload lies. */
    public static final String UPLOAD = "upload";

    private final Stores stores;
    private final String type;
    private final String queue;

    /**
     * Submits jobs of one type into one queue.
     *
     * @param stores where jobs are kept, such as a {@code Reelstore}
     */
    public JobApi(Stores stores, String type, String queue) {
        this.stores = Check.present("stores", stores);
        this.type = Check.text("job type", type, 200);
        this.queue = Check.text("job queue", queue, 100);
    }

    /** Submits a job. Where one for the same upload waits or runs already, that one is answered: a repeat is harmless. */
    public JobResponse submit(JobCreate request) {
        NewJob job = NewJob.of(
                        type,
                        new Target(UPLOAD, Check.present("request", request).s3Key()))
                .queue(queue)
                .source(request.source());
        return response(stores.jobs().createIfAbsent(job, JobStatus.live()).job());
    }

    /**
     * The job, or empty where there is none.
     *
     * @param jobId as in {@link JobResponse#jobId()}
     */
    public Optional<JobResponse> find(String jobId) {
        return stores.jobs().find(JobId.parse(jobId)).map(this::response);
    }

    /**
     * The job with its clips, both as they were at one moment, or empty where there is none.
     *
     * @param jobId as in {@link JobResponse#jobId()}
     */
    public Optional<ResultsResponse> results(String jobId) {
        return stores.analysis()
                .findJobWithClips(JobId.parse(jobId))
                .map(found -> new ResultsResponse(
                        response(found.job()),
                        found.clips().stream().map(ClipMetadata::of).toList()));
    }

    private JobResponse response(Job job) {
        return JobResponse.of(job, Progress.of(job, stores.jobs().stages(job.id())));
    }
}
