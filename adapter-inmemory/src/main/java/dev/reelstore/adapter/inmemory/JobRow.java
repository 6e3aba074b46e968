package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job with its stages: its whole life is in the methods that give the next row.
 *
 * @param hold who works on it, not null while it is RUNNING; under whom it ended, where it was COMPLETED or FAILED
 * @param fence how often it was claimed
 * @param startedAt when the last attempt was claimed, known while QUEUED too, as the job may end without another
 */
record JobRow(
        JobFacts facts,
        JobStatus status,
        Instant runAt,
        int attempt,
        int attemptLimit,
        long fence,
        @Nullable Hold hold,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable JsonDocument result,
        @Nullable String error,
        List<StageState> stages)
        implements Row {

    /** The order of claims within a lane. */
    static final Comparator<JobRow> BY_TURN = (a, b) -> {
        int priorities = Integer.compare(a.priority(), b.priority());
        int times = priorities != 0 ? priorities : a.runAt.compareTo(b.runAt);
        return times != 0 ? times : a.id().compareTo(b.id());
    };

    /**
     * Who works on a job.
     *
     * @param worker the process
     * @param token drawn for all that is claimed together
     */
    record Hold(WorkerId worker, UUID token) {}

    static JobRow created(NewJob asked, Instant now) {
        Instant runAt = asked.runAt();
        return new JobRow(
                new JobFacts(asked, now),
                JobStatus.QUEUED,
                runAt == null ? now : runAt,
                0,
                asked.maxAttempts(),
                0,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    JobId id() {
        return facts.id();
    }

    int priority() {
        return facts.asked().priority();
    }

    String queue() {
        return facts.asked().queue();
    }

    boolean dueAt(Instant time) {
        return status == JobStatus.QUEUED && !runAt.isAfter(time);
    }

    boolean running() {
        return status == JobStatus.RUNNING;
    }

    boolean heldUnder(Claim claim) {
        return running() && isUnder(claim);
    }

    boolean endedUnder(Claim claim) {
        return !running() && isUnder(claim);
    }

    private boolean isUnder(Claim claim) {
        return hold != null && fence == claim.fence() && hold.token().equals(claim.token());
    }

    boolean heldBy(WorkerId worker) {
        return running() && held().worker().equals(worker);
    }

    /** Who works on it; only for a RUNNING one. */
    Hold held() {
        if (hold == null) {
            throw new IllegalStateException("job " + id() + " is " + status + ": nobody holds it");
        }
        return hold;
    }

    boolean lastAttempt() {
        return attempt >= attemptLimit;
    }

    JobRow claimed(Hold by, Instant now) {
        return new JobRow(
                facts,
                JobStatus.RUNNING,
                runAt,
                attempt + 1,
                attemptLimit,
                fence + 1,
                by,
                now,
                null,
                null,
                error,
                stages);
    }

    JobRow staged(List<StageState> now) {
        return new JobRow(
                facts, status, runAt, attempt, attemptLimit, fence, hold, startedAt, finishedAt, result, error, now);
    }

    JobRow completed(@Nullable JsonDocument answer, Instant now) {
        return ended(JobStatus.COMPLETED, now, hold, answer, null);
    }

    JobRow failed(String reason, Instant now) {
        return ended(JobStatus.FAILED, now, hold, null, reason);
    }

    JobRow cancelled(Instant now) {
        return ended(JobStatus.CANCELLED, now, null, null, error);
    }

    JobRow requeued(Instant next, String reason) {
        return queued(next, attempt, attemptLimit, reason);
    }

    JobRow released() {
        return queued(runAt, attempt - 1, attemptLimit, error);
    }

    JobRow retried(Instant now) {
        return queued(now, attempt, attempt + facts.asked().maxAttempts(), error);
    }

    private JobRow queued(Instant next, int attempts, int limit, @Nullable String reason) {
        return new JobRow(
                facts,
                JobStatus.QUEUED,
                next,
                attempts,
                limit,
                fence,
                null,
                attempts == 0 ? null : startedAt,
                null,
                null,
                reason,
                stages);
    }

    private JobRow ended(
            JobStatus how, Instant now, @Nullable Hold last, @Nullable JsonDocument answer, @Nullable String reason) {
        return new JobRow(
                facts, how, runAt, attempt, attemptLimit, fence, last, startedAt, now, answer, reason, stages);
    }

    /** @param leaseUntil until when the lease of its worker holds */
    Job toJob(@Nullable Instant leaseUntil) {
        NewJob asked = facts.asked();
        return new Job(
                asked.id(),
                asked.type(),
                asked.target(),
                asked.queue(),
                asked.priority(),
                runAt,
                asked.parameters(),
                asked.maxAttempts(),
                asked.timeout(),
                asked.source(),
                facts.createdAt(),
                status,
                attempt,
                attemptLimit,
                running() ? held().worker() : null,
                leaseUntil,
                status == JobStatus.QUEUED ? null : startedAt,
                finishedAt,
                result,
                error);
    }

    @Override
    public Object key() {
        return id();
    }

    @Override
    public State onto(State state) {
        return state.withJob(this);
    }
}
