package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.Duty;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.Heartbeat;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Rescue;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The claims of the model. */
final class ModelClaims implements ClaimStore {

    private final ModelStore store;
    private final Door door;

    ModelClaims(ModelStore store, Door door) {
        this.store = store;
        this.door = door;
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return door.write(state -> {
            Instant now = store.now();
            State.Lease lease = state.leases.get(request.worker());
            if (lease == null || !lease.holdsAt(now)) {
                state.leases.put(request.worker(), new State.Lease(now.plus(request.lease()), request.duty()));
            }
            List<Claim> claims = new ArrayList<>();
            UUID token = store.nextToken();
            for (JobState job : next(state, request, now)) {
                job.take(request.worker(), token, now);
                claims.add(new Claim(state.toJob(job), request.worker(), job.fence, token));
            }
            return claims;
        });
    }

    private static List<JobState> next(State state, ClaimRequest request, Instant now) {
        return state.jobs.values().stream()
                .filter(job -> job.dueAt(now) && job.asked.queue().equals(request.queue()))
                .filter(job -> request.types().contains(job.asked.type()))
                .sorted(JobState.BY_TURN)
                .limit(request.limit())
                .toList();
    }

    @Override
    public Heartbeat heartbeat(HeartbeatRequest request) {
        return door.write(state -> {
            State.Lease before = state.leases.get(request.worker());
            Duty duty = request.duty() == null && before != null ? before.duty() : request.duty();
            Instant until = store.now().plus(request.lease());
            state.leases.put(request.worker(), new State.Lease(until, duty));
            Set<Claim> lost = new HashSet<>();
            for (Claim claim : request.held()) {
                if (held(state, claim).isEmpty()) {
                    lost.add(claim);
                }
            }
            for (HeartbeatRequest.Report report : request.reports()) {
                held(state, report.claim()).ifPresent(job -> job.progress(report.progress(), store.now()));
            }
            return new Heartbeat(until, lost);
        });
    }

    @Override
    public Settlement progress(Claim claim, StageProgress progress) {
        return settle(claim, job -> job.progress(progress, store.now()));
    }

    @Override
    public Settlement checkpoint(Claim claim, String stage, JsonDocument checkpoint) {
        return door.write(state -> {
            StageProgress ifNew = new StageProgress(stage, 0, 0, null);
            return settled(state, claim, job -> job.checkpoint(ifNew, checkpoint, store.now()));
        });
    }

    @Override
    public Settlement complete(Claim claim, @Nullable JsonDocument result) {
        return settle(claim, job -> complete(job, result));
    }

    @Override
    public List<Settlement> completeAll(List<Completion> completions) {
        return door.write(state -> completions.stream()
                .map(one -> settled(state, one.claim(), job -> complete(job, one.result())))
                .toList());
    }

    @Override
    public Optional<JobStatus> endedUnder(Claim claim) {
        return door.read(state -> Optional.ofNullable(state.jobs.get(claim.jobId()))
                .filter(job -> job.endedUnder(claim))
                .map(job -> job.status));
    }

    private void complete(JobState job, @Nullable JsonDocument result) {
        job.end(JobStatus.COMPLETED, store.now());
        job.result = result;
        job.error = null;
    }

    @Override
    public FailureSettlement fail(Claim claim, JobFailure failure) {
        return door.write(state -> held(state, claim)
                .map(job -> {
                    if (failure.retryAfter() == null || job.lastAttempt()) {
                        job.end(JobStatus.FAILED, store.now());
                        job.error = failure.error();
                        return FailureSettlement.FAILED;
                    }
                    job.failAgain(store.now().plus(failure.retryAfter()), failure.error());
                    return FailureSettlement.REQUEUED;
                })
                .orElse(FailureSettlement.STALE));
    }

    @Override
    public Settlement release(Claim claim) {
        return settle(claim, JobState::release);
    }

    @Override
    public Rescue rescue() {
        return door.write(state -> {
            Instant now = store.now();
            state.leases.values().removeIf(lease -> !lease.holdsAt(now));
            List<JobState> lost = state.jobs.values().stream()
                    .filter(job -> job.worker != null && !state.leases.containsKey(job.worker))
                    .toList();
            int requeued = 0;
            for (JobState job : lost) {
                String why = "lease of its worker ran out during attempt " + job.attempt;
                if (job.lastAttempt()) {
                    job.end(JobStatus.FAILED, now);
                    job.error = why;
                } else {
                    job.failAgain(job.runAt, why);
                    requeued++;
                }
            }
            return new Rescue(requeued, lost.size() - requeued);
        });
    }

    @Override
    public int retire(WorkerId worker) {
        return door.write(state -> {
            state.leases.remove(worker);
            List<JobState> held = state.jobs.values().stream()
                    .filter(job -> worker.equals(job.worker))
                    .toList();
            held.forEach(JobState::release);
            return held.size();
        });
    }

    private Settlement settle(Claim claim, Consumer<JobState> change) {
        return door.write(state -> settled(state, claim, change));
    }

    private static Settlement settled(State state, Claim claim, Consumer<JobState> change) {
        Optional<JobState> job = held(state, claim);
        job.ifPresent(change);
        return job.isPresent() ? Settlement.DONE : Settlement.STALE;
    }

    private static Optional<JobState> held(State state, Claim claim) {
        return Optional.ofNullable(state.jobs.get(claim.jobId())).filter(job -> job.heldUnder(claim));
    }
}
