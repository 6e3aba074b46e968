package dev.reelstore.application.retry;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Completion;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim store whose stand-alone calls are repeated, all but a claim even where their outcome is not known. As safe from
 * threads as what it decorates.
 */
final class RetryingClaimStore implements ClaimStore {

    private final Persistence plain;
    private final ClaimStore claims;
    private final Calls calls;

    RetryingClaimStore(Persistence plain, Calls calls) {
        this.plain = plain;
        this.claims = plain.claims();
        this.calls = calls;
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return calls.call("claims.claim", () -> claims.claim(request));
    }

    @Override
    public Heartbeat heartbeat(HeartbeatRequest request) {
        return calls.callHarmlessTwice("claims.heartbeat", () -> claims.heartbeat(request));
    }

    @Override
    public Settlement progress(Claim claim, StageProgress progress) {
        return calls.callHarmlessTwice("claims.progress", () -> claims.progress(claim, progress));
    }

    @Override
    public Settlement checkpoint(Claim claim, String stage, JsonDocument checkpoint) {
        return calls.callHarmlessTwice("claims.checkpoint", () -> claims.checkpoint(claim, stage, checkpoint));
    }

    @Override
    public Settlement complete(Claim claim, @Nullable JsonDocument result) {
        return calls.callHarmlessTwice(
                "claims.complete", () -> claims.complete(claim, result), new AfterDoubt(plain, claim)::complete);
    }

    @Override
    public List<Settlement> completeAll(List<Completion> completions) {
        return calls.callHarmlessTwice(
                "claims.completeAll",
                () -> claims.completeAll(completions),
                answers -> AfterDoubt.completeAll(
                        plain, completions.stream().map(Completion::claim).toList(), answers));
    }

    @Override
    public Optional<JobStatus> endedUnder(Claim claim) {
        return calls.call("claims.endedUnder", () -> claims.endedUnder(claim));
    }

    @Override
    public FailureSettlement fail(Claim claim, JobFailure failure) {
        return calls.callHarmlessTwice(
                "claims.fail", () -> claims.fail(claim, failure), new AfterDoubt(plain, claim)::fail);
    }

    @Override
    public Settlement release(Claim claim) {
        return calls.callHarmlessTwice(
                "claims.release", () -> claims.release(claim), new AfterDoubt(plain, claim)::release);
    }

    @Override
    public Rescue rescue() {
        return calls.callHarmlessTwice("claims.rescue", claims::rescue);
    }

    @Override
    public int retire(WorkerId worker) {
        return calls.callHarmlessTwice("claims.retire", () -> claims.retire(worker));
    }
}
