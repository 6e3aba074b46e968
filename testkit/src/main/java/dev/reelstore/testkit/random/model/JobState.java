package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One job and the ways between its statuses. */
final class JobState {

    static final Comparator<JobState> BY_CREATION =
            Comparator.comparing((JobState job) -> job.createdAt).thenComparing(JobState::id);

    static final Comparator<JobState> BY_TURN = Comparator.comparingInt((JobState job) -> job.asked.priority())
            .thenComparing(job -> job.runAt)
            .thenComparing(JobState::id);

    final NewJob asked;
    final Instant createdAt;
    JobStatus status = JobStatus.QUEUED;
    Instant runAt;
    int attempt;
    int attemptLimit;
    long fence;

    @Nullable
    WorkerId worker;

    @Nullable
    UUID token;

    /** Of the claim under which it ended by itself. */
    @Nullable
    UUID lastToken;

    @Nullable
    Instant lastStart;

    @Nullable
    Instant finishedAt;

    @Nullable
    JsonDocument result;

    @Nullable
    String error;

    Map<String, StageState> stages = new LinkedHashMap<>();

    JobState(NewJob asked, Instant now) {
        this.asked = asked;
        this.createdAt = now;
        this.runAt = asked.runAt() == null ? now : asked.runAt();
        this.attemptLimit = asked.maxAttempts();
    }

    JobState copy() {
        JobState copy = new JobState(asked, createdAt);
        copy.status = status;
        copy.runAt = runAt;
        copy.attempt = attempt;
        copy.attemptLimit = attemptLimit;
        copy.fence = fence;
        copy.worker = worker;
        copy.token = token;
        copy.lastToken = lastToken;
        copy.lastStart = lastStart;
        copy.finishedAt = finishedAt;
        copy.result = result;
        copy.error = error;
        copy.stages = new LinkedHashMap<>(stages);
        return copy;
    }

    JobId id() {
        return asked.id();
    }

    boolean isOf(String type, Target target) {
        return asked.type().equals(type) && asked.target().equals(target);
    }

    boolean dueAt(Instant now) {
        return status == JobStatus.QUEUED && !runAt.isAfter(now);
    }

    boolean heldUnder(Claim claim) {
        return status == JobStatus.RUNNING
                && fence == claim.fence()
                && claim.token().equals(token);
    }

    boolean endedUnder(Claim claim) {
        return finishedAt != null && fence == claim.fence() && claim.token().equals(lastToken);
    }

    boolean lastAttempt() {
        return attempt >= attemptLimit;
    }

    void take(WorkerId by, UUID under, Instant now) {
        status = JobStatus.RUNNING;
        attempt++;
        fence++;
        worker = by;
        token = under;
        lastStart = now;
    }

    void putBack(Instant next) {
        status = JobStatus.QUEUED;
        runAt = next;
        worker = null;
        token = null;
        finishedAt = null;
    }

    /** An attempt that was given back never was. */
    void release() {
        attempt--;
        lastStart = attempt == 0 ? null : lastStart;
        putBack(runAt);
    }

    void failAgain(Instant next, String why) {
        error = why;
        putBack(next);
    }

    void end(JobStatus how, Instant now) {
        status = how;
        finishedAt = now;
        worker = null;
        lastToken = how == JobStatus.CANCELLED ? null : token;
        token = null;
    }

    void retry(Instant now) {
        attemptLimit = attempt + asked.maxAttempts();
        putBack(now);
    }

    void progress(StageProgress progress, Instant now) {
        StageState old = stages.get(progress.stage());
        stages.put(progress.stage(), new StageState(progress, old == null ? null : old.checkpoint(), now));
    }

    void checkpoint(StageProgress ifNew, JsonDocument checkpoint, Instant now) {
        StageState old = stages.get(ifNew.stage());
        stages.put(ifNew.stage(), new StageState(old == null ? ifNew : old.progress(), checkpoint, now));
    }

    List<StageState> stageList() {
        return new ArrayList<>(stages.values());
    }

    /** @param leaseUntil until when the lease of its worker holds */
    Job toJob(@Nullable Instant leaseUntil) {
        return new Job(
                id(),
                asked.type(),
                asked.target(),
                asked.queue(),
                asked.priority(),
                runAt,
                asked.parameters(),
                asked.maxAttempts(),
                asked.timeout(),
                asked.source(),
                createdAt,
                status,
                attempt,
                attemptLimit,
                worker,
                worker == null ? null : leaseUntil,
                status == JobStatus.QUEUED ? null : lastStart,
                finishedAt,
                status == JobStatus.COMPLETED ? result : null,
                error);
    }
}
