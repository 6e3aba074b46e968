package dev.reelstore.adapter.inmemory;

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
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The claims of one store or unit. As safe as the calls that it is given. */
final class InMemoryClaimStore implements ClaimStore {

    private final Calls calls;

    InMemoryClaimStore(Calls calls) {
        this.calls = calls;
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return calls.write(overlay -> Claiming.claim(overlay, Check.present("claim request", request)));
    }

    @Override
    public Heartbeat heartbeat(HeartbeatRequest request) {
        return calls.write(overlay -> Leases.renew(overlay, Check.present("heartbeat request", request)));
    }

    @Override
    public Settlement progress(Claim claim, StageProgress progress) {
        return calls.write(overlay -> {
            Check.present("progress", progress);
            return write(overlay, claim, row -> StageList.progressed(row, progress, overlay.now()));
        });
    }

    @Override
    public Settlement checkpoint(Claim claim, String stage, JsonDocument checkpoint) {
        return calls.write(overlay -> {
            StageProgress fresh = new StageProgress(stage, 0, 0, null);
            Check.present("checkpoint", checkpoint);
            return write(overlay, claim, row -> StageList.checkpointed(row, fresh, checkpoint, overlay.now()));
        });
    }

    @Override
    public Settlement complete(Claim claim, @Nullable JsonDocument result) {
        return calls.write(overlay -> settle(overlay, claim, row -> row.completed(result, overlay.now())));
    }

    @Override
    public Optional<JobStatus> endedUnder(Claim claim) {
        return calls.read(overlay -> {
            JobRow row = overlay.job(Check.present("claim", claim).jobId());
            return row != null && row.endedUnder(claim) ? Optional.of(row.status()) : Optional.empty();
        });
    }

    @Override
    public List<Settlement> completeAll(List<Completion> completions) {
        return calls.write(overlay -> {
            List<Completion> all = Check.all("completions", completions);
            Settlement[] settled = new Settlement[all.size()];
            inOrderOfLocks(all).forEach(place -> {
                Completion one = all.get(place);
                settled[place] = settle(overlay, one.claim(), row -> row.completed(one.result(), overlay.now()));
            });
            return List.of(settled);
        });
    }

    private static Stream<Integer> inOrderOfLocks(List<Completion> all) {
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing(place -> all.get(place).claim().jobId()));
    }

    @Override
    public FailureSettlement fail(Claim claim, JobFailure failure) {
        return calls.write(overlay -> {
            Check.present("failure", failure);
            JobRow row = Guard.lock(overlay, Check.present("claim", claim), JobLocks::lock);
            if (row == null) {
                return FailureSettlement.STALE;
            }
            Duration wait = failure.retryAfter();
            if (wait == null || row.lastAttempt()) {
                overlay.put(row.failed(failure.error(), overlay.now()));
                return FailureSettlement.FAILED;
            }
            overlay.put(row.requeued(overlay.now().plus(wait), failure.error()));
            return FailureSettlement.REQUEUED;
        });
    }

    @Override
    public Settlement release(Claim claim) {
        return calls.write(overlay -> settle(overlay, claim, JobRow::released));
    }

    @Override
    public Rescue rescue() {
        return calls.write(Leases::rescue);
    }

    @Override
    public int retire(WorkerId worker) {
        return calls.write(overlay -> Leases.retire(overlay, Check.present("worker id", worker)));
    }

    private static Settlement settle(Overlay overlay, Claim claim, UnaryOperator<JobRow> change) {
        return change(overlay, Guard.lock(overlay, Check.present("claim", claim), JobLocks::lock), change);
    }

    private static Settlement write(Overlay overlay, Claim claim, UnaryOperator<JobRow> change) {
        return change(overlay, Guard.lock(overlay, Check.present("claim", claim), JobLocks::lockStages), change);
    }

    private static Settlement change(Overlay overlay, @Nullable JobRow row, UnaryOperator<JobRow> change) {
        if (row == null) {
            return Settlement.STALE;
        }
        overlay.put(change.apply(row));
        return Settlement.DONE;
    }
}
