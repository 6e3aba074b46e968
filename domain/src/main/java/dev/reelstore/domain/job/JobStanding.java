package dev.reelstore.domain.job;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why a job stands where it stands.
 *
 * @param job the job
 * @param at when that was, in the store's time
 * @param reason why
 */
public record JobStanding(Job job, Instant at, Reason reason) {

    /** The most jobs that are counted ahead of one that waits. */
    public static final int MOST_AHEAD = 10_000;

    /** Why a job is where it is; one kind for each thing to be done about it. */
    public sealed interface Reason {}

    /**
     * It is QUEUED and due: the next claim of a worker that takes its type takes what is ahead of it, then the job.
     *
     * @param workers how many live workers take its type from its queue, at least one
     * @param ahead how many jobs that these workers take go first, counted up to {@link #MOST_AHEAD}
     * @param next the one of them that goes first of all, or null where the job itself does
     */
    public record InLine(int workers, int ahead, @Nullable JobId next) implements Reason {}

    /** It is QUEUED and due, and no live worker takes its type from its queue. */
    public record Unserved() implements Reason {}

    /**
     * It is QUEUED and was asked for a later time.
     *
     * @param until when it is due
     */
    public record Scheduled(Instant until) implements Reason {}

    /**
     * It is QUEUED and waits after an attempt that failed.
     *
     * @param until when it is due
     * @param attempt which attempt failed
     * @param error what that said
     */
    public record BackingOff(Instant until, int attempt, String error) implements Reason {}

    /**
     * It is RUNNING and its worker's lease holds.
     *
     * @param worker who works on it
     * @param until when the lease runs out unless it is renewed
     */
    public record Held(WorkerId worker, Instant until) implements Reason {}

    /**
     * It is RUNNING and its worker has not been heard of since the lease ran out: the next rescue frees it.
     *
     * @param worker who worked on it, and still does if it was only cut off
     * @param since when the lease ran out, or null when there is none any more
     */
    public record Orphaned(WorkerId worker, @Nullable Instant since) implements Reason {}

    /**
     * It is COMPLETED.
     *
     * @param at when it ended
     */
    public record Completed(Instant at) implements Reason {}

    /**
     * It is FAILED, until someone asks for a retry.
     *
     * @param at when it ended
     * @param attempt how many attempts it had
     * @param error what the last one said
     */
    public record Failed(Instant at, int attempt, String error) implements Reason {}

    /**
     * It is CANCELLED, until someone asks for a retry.
     *
     * @param at when it ended
     */
    public record Cancelled(Instant at) implements Reason {}

    /**
     * Finds out. For adapters.
     *
     * @param at a time in the store's clock, not before the job was read
     * @param line asked only for a job that is QUEUED and due
     */
    public static JobStanding of(Job job, Instant at, Supplier<Line> line) {
        return new JobStanding(
                job,
                at,
                switch (job.status()) {
                    case QUEUED -> job.runAt().isAfter(at) ? early(job) : due(line.get());
                    case RUNNING -> running(job, at);
                    case COMPLETED -> new Completed(ended(job));
                    case FAILED -> new Failed(ended(job), job.attempt(), said(job));
                    case CANCELLED -> new Cancelled(ended(job));
                });
    }

    /**
     * Who takes jobs like this one, and what they take before it.
     *
     * @param workers how many live workers take its type from its queue
     * @param ahead how many jobs go first, counted up to {@link #MOST_AHEAD}
     * @param next the one that goes first of all, or null
     */
    public record Line(int workers, int ahead, @Nullable JobId next) {}

    private static Reason early(Job job) {
        return job.attempt() > 0 && job.error() != null
                ? new BackingOff(job.runAt(), job.attempt(), job.error())
                : new Scheduled(job.runAt());
    }

    private static Reason due(Line line) {
        return line.workers() == 0 ? new Unserved() : new InLine(line.workers(), line.ahead(), line.next());
    }

    private static Reason running(Job job, Instant at) {
        WorkerId worker = job.worker();
        Instant until = job.leaseUntil();
        if (worker == null) {
            throw new IllegalArgumentException("job " + job.id() + " is RUNNING without a worker");
        }
        return until != null && until.isAfter(at) ? new Held(worker, until) : new Orphaned(worker, until);
    }

    private static Instant ended(Job job) {
        Instant finished = job.finishedAt();
        return finished == null ? job.createdAt() : finished;
    }

    private static String said(Job job) {
        return job.error() == null ? "" : job.error();
    }
}
