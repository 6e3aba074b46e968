package dev.reelstore.testkit.history;

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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Claims that are written down. */
final class RecordingClaims implements ClaimStore {

    private final ClaimStore claims;
    private final Recording recording;

    RecordingClaims(ClaimStore claims, Recording recording) {
        this.claims = claims;
        this.recording = recording;
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return recording.call(
                new Call.Claim(request.worker(), request.queue(), request.types(), request.limit()),
                () -> claims.claim(request),
                taken -> new Answer.Took(taken.stream().map(Taken::of).toList()));
    }

    @Override
    public Heartbeat heartbeat(HeartbeatRequest request) {
        return recording.call(
                new Call.Heartbeat(
                        request.worker(), request.held().stream().map(Held::of).toList()),
                () -> claims.heartbeat(request),
                beat -> new Answer.Beat(
                        beat.leaseUntil(), beat.lost().stream().map(Held::of).toList()));
    }

    @Override
    public Settlement progress(Claim claim, StageProgress progress) {
        return settle(Call.Way.USE, claim, () -> claims.progress(claim, progress));
    }

    @Override
    public Settlement checkpoint(Claim claim, String stage, JsonDocument checkpoint) {
        return settle(Call.Way.USE, claim, () -> claims.checkpoint(claim, stage, checkpoint));
    }

    @Override
    public Settlement complete(Claim claim, @Nullable JsonDocument result) {
        return settle(Call.Way.COMPLETE, claim, () -> claims.complete(claim, result));
    }

    @Override
    public List<Settlement> completeAll(List<Completion> completions) {
        return recording.calls(
                completions.stream()
                        .map(one -> new Call.Settle(Call.Way.COMPLETE, Held.of(one.claim())))
                        .toList(),
                () -> claims.completeAll(completions),
                settled -> settled.stream().map(RecordingClaims::changed).toList());
    }

    /** Not recorded: the settlement that it tells of is. */
    @Override
    public Optional<JobStatus> endedUnder(Claim claim) {
        return claims.endedUnder(claim);
    }

    @Override
    public FailureSettlement fail(Claim claim, JobFailure failure) {
        return recording.call(
                new Call.Settle(way(failure.retryAfter()), Held.of(claim)),
                () -> claims.fail(claim, failure),
                settled -> new Answer.Became(
                        switch (settled) {
                            case REQUEUED -> JobStatus.QUEUED;
                            case FAILED -> JobStatus.FAILED;
                            case STALE -> null;
                        }));
    }

    private static Call.Way way(@Nullable Duration wait) {
        if (wait == null) {
            return Call.Way.FAIL_FOR_GOOD;
        }
        return wait.isZero() ? Call.Way.FAIL : Call.Way.FAIL_UNTIL_LATER;
    }

    @Override
    public Settlement release(Claim claim) {
        return settle(Call.Way.RELEASE, claim, () -> claims.release(claim));
    }

    @Override
    public Rescue rescue() {
        return recording.call(
                new Call.Rescue(), claims::rescue, rescue -> new Answer.Count(rescue.requeued(), rescue.failed()));
    }

    @Override
    public int retire(WorkerId worker) {
        return recording.call(
                new Call.Retire(worker), () -> claims.retire(worker), released -> new Answer.Count(released, 0));
    }

    private Settlement settle(Call.Way way, Claim claim, Supplier<Settlement> action) {
        return recording.call(new Call.Settle(way, Held.of(claim)), action::get, RecordingClaims::changed);
    }

    static Answer changed(Settlement settlement) {
        return new Answer.Changed(settlement == Settlement.DONE);
    }
}
