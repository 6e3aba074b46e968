package dev.reelstore.application.retry;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.Heartbeat;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.Rescue;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim store whose stand-alone calls are repeated. As safe from threads as what it decorates. */
final class RetryingClaimStore implements ClaimStore {

    private final ClaimStore claims;
    private final Calls calls;

    RetryingClaimStore(ClaimStore claims, Calls calls) {
        this.claims = claims;
        this.calls = calls;
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return calls.call("claims.claim", () -> claims.claim(request));
    }

    @Override
    public Heartbeat heartbeat(HeartbeatRequest request) {
        return calls.call("claims.heartbeat", () -> claims.heartbeat(request));
    }

    @Override
    public Settlement progress(Claim claim, StageProgress progress) {
        return calls.call("claims.progress", () -> claims.progress(claim, progress));
    }

    @Override
    public Settlement checkpoint(Claim claim, String stage, JsonDocument checkpoint) {
        return calls.call("claims.checkpoint", () -> claims.checkpoint(claim, stage, checkpoint));
    }

    @Override
    public Settlement complete(Claim claim, @Nullable JsonDocument result) {
        return calls.call("claims.complete", () -> claims.complete(claim, result));
    }

    @Override
    public List<Settlement> completeAll(List<Completion> completions) {
        return calls.call("claims.completeAll", () -> claims.completeAll(completions));
    }

    @Override
    public FailureSettlement fail(Claim claim, JobFailure failure) {
        return calls.call("claims.fail", () -> claims.fail(claim, failure));
    }

    @Override
    public Settlement release(Claim claim) {
        return calls.call("claims.release", () -> claims.release(claim));
    }

    @Override
    public Rescue rescue() {
        return calls.call("claims.rescue", claims::rescue);
    }

    @Override
    public int retire(WorkerId worker) {
        return calls.call("claims.retire", () -> claims.retire(worker));
    }
}
