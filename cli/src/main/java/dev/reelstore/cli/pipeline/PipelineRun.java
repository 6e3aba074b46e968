package dev.reelstore.cli.pipeline;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.cli.media.Ffmpeg;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One command's work: sees that each of its files has a job, works on the queue with others, and waits until the jobs of
 * its files have ended, whoever did them.
 */
public final class PipelineRun {

    /** For how long a worker's claims outlive it. */
    static final Duration LEASE = Duration.ofSeconds(20);

    static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final Duration RESCUE = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ROUND_MILLIS = 200;

    /** For what is neither the file's fault nor the store's, such as an encoder that someone killed. */
    private static final RetryPolicy RETRY =
            new RetryPolicy(2, Duration.ofSeconds(1), 2.0, Duration.ofSeconds(10), false);

    private final Reelstore reelstore;
    private final Worker worker;
    private final LocalSources sources = new LocalSources();
    private final Set<WorkerId> ours = ConcurrentHashMap.newKeySet();
    private final Intake intake;
    private final JobWatch watch;
    private final PipelineObserver observer;

    /**
     * @param parameters for the jobs that are made
     * @param workers how many files are worked on at once in this process
     */
    public PipelineRun(
            Reelstore reelstore, Ffmpeg ffmpeg, JobParameters parameters, int workers, PipelineObserver observer) {
        this.reelstore = reelstore;
        this.observer = observer;
        this.intake = new Intake(
                reelstore, parameters, sources, reelstore.persistence().now());
        this.watch = new JobWatch(reelstore.persistence(), observer, ours::contains);
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / workers);
        this.worker = reelstore
                .worker(
                        PipelineJobs.QUEUE,
                        WorkerSettings.DEFAULT
                                .concurrency(workers)
                                .lease(LEASE, HEARTBEAT)
                                .rescue(RESCUE))
                .handle(PipelineJobs.TYPE, RETRY, new VideoProcess(reelstore, ffmpeg, sources, new Sink(), threads));
    }

    /** Begins to work on the queue; closed, encoders are ended and jobs that are not finished go back. */
    public AutoCloseable start() {
        worker.start();
        return () -> worker.stop(STOP_WITHIN);
    }

    /**
     * Brings the files in and waits for them.
     *
     * @param results gets what became of each, in the order of the files, as soon as that is known of it and of those
     *     before it
     * @param checkpoint is called again and again between the steps; may throw or block to end the waiting
     */
    public void process(List<InputFile> files, Consumer<FileResult> results, Runnable checkpoint) {
        Deque<Admission> admissions = new ArrayDeque<>();
        long lastRound = System.nanoTime();
        for (InputFile file : files) {
            checkpoint.run();
            Admission admission = intake.admit(file);
            admissions.add(admission);
            observer.admitted(admission);
            watch.follow(admission.job());
            if (System.nanoTime() - lastRound > TimeUnit.MILLISECONDS.toNanos(ROUND_MILLIS)) {
                watch.round();
                hand(admissions, results);
                lastRound = System.nanoTime();
            }
        }
        hand(admissions, results);
        await(admissions, results, checkpoint);
    }

    private void hand(Deque<Admission> admissions, Consumer<FileResult> results) {
        while (!admissions.isEmpty() && watch.ended(admissions.element().job().id())) {
            results.accept(watch.result(admissions.remove()));
        }
    }

    private void await(Deque<Admission> admissions, Consumer<FileResult> results, Runnable checkpoint) {
        long patientUntil = Long.MAX_VALUE;
        while (!admissions.isEmpty()) {
            checkpoint.run();
            pause();
            try {
                watch.round();
                hand(admissions, results);
                patientUntil = Long.MAX_VALUE;
            } catch (StoreException away) {
                checkpoint.run();
                if (patientUntil == Long.MAX_VALUE && away.repeat() == Repeat.SAFE) {
                    patientUntil = System.nanoTime() + PATIENCE.toNanos();
                    observer.storeAway(String.valueOf(away.getMessage()));
                } else if (away.repeat() != Repeat.SAFE || System.nanoTime() - patientUntil > 0) {
                    throw away;
                }
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for jobs", interrupted);
        }
    }

    private final class Sink implements ProgressSink {

        @Override
        public void claimedAs(WorkerId worker) {
            ours.add(worker);
        }

        @Override
        public void progress(JobId job, double percent, String doing) {
            observer.progress(job, percent, doing);
        }
    }
}
