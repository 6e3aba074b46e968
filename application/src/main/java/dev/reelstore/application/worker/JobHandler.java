package dev.reelstore.application.worker;

/**
 * Does the work of one type of job. It may be called from several threads at once, and for one job more than once:
 * execution is at least once, completion at most once.
 */
@FunctionalInterface
public interface JobHandler {

    /**
     * Works on one job. A return without having settled it completes the job, also after a request to stop: who has not
     * finished then calls {@link JobContext#release()} or throws. That completion is committed soon after the return,
     * together with others that return just then; who needs to know of it calls {@link JobContext#complete}, which waits
     * for its commit.
     *
     * @param context the job, and what can be done with it; of use until this call returns
     * @throws Exception to fail the attempt; the job waits for its next one by the handler's retry policy, or is FAILED
     *     when this was the last. A {@link PermanentFailureException} fails it at once.
     */
    void handle(JobContext context) throws Exception;
}
