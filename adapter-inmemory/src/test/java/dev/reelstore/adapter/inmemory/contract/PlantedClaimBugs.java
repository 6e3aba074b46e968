package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.contract.ClaimContract;
import dev.reelstore.testkit.contract.ClaimGuardContract;
import dev.reelstore.testkit.contract.HandoverContract;
import dev.reelstore.testkit.contract.HeartbeatContract;
import dev.reelstore.testkit.contract.LeaseContract;
import dev.reelstore.testkit.contract.RescueContract;
import dev.reelstore.testkit.contract.SettlementBatchContract;
import dev.reelstore.testkit.contract.SettlementContract;
import dev.reelstore.testkit.contract.SignalsContract;
import dev.reelstore.testkit.contract.StageContract;
import dev.reelstore.testkit.contract.StaleClaimContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in taking, holding and settling jobs. */
final class PlantedClaimBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of("the fence is not compared", "JobRow.java", "fence == claim.fence() && ", "")
                    .caughtBy(StaleClaimContract.class),
            PlantedBug.of("the token is not compared", "JobRow.java", " && hold.token().equals(claim.token())", "")
                    .caughtBy(StaleClaimContract.class),
            PlantedBug.of(
                            "each job that a call claims has a token of its own",
                            "Claiming.java",
                            "row.claimed(by, now)",
                            "row.claimed(new JobRow.Hold(by.worker(), Tokens.next()), now)")
                    .caughtBy(ClaimContract.class),
            PlantedBug.of(
                            "a create inside a unit hands its job over",
                            "Overlay.java",
                            "return ofOneCall ? memory.requests().take(job) : Optional.empty();",
                            "return memory.requests().take(job);")
                    .caughtBy(HandoverContract.class),
            PlantedBug.of(
                            "a job is handed to a worker without a lease",
                            "Claiming.java",
                            "still && leaseHolds(overlay, request.worker(), overlay.now()) ?",
                            "still ?")
                    .caughtBy(HandoverContract.class),
            PlantedBug.of(
                            "a job is handed to a worker that is just retiring",
                            "Claiming.java",
                            "boolean still = overlay.tryLock(LockKey.lease(request.worker()));",
                            "boolean still = true;")
                    .caughtBy(HandoverContract.class),
            PlantedBug.of(
                            "claims go by the latest due time",
                            "JobRow.java",
                            "a.runAt.compareTo(b.runAt)",
                            "b.runAt.compareTo(a.runAt)")
                    .caughtBy(ClaimContract.class),
            PlantedBug.of(
                            "a greater priority goes first",
                            "JobRow.java",
                            "Integer.compare(a.priority(), b.priority())",
                            "Integer.compare(b.priority(), a.priority())")
                    .caughtBy(ClaimContract.class),
            PlantedBug.of(
                            "a claim takes other types",
                            "Lane.java",
                            "return queues != 0 ? queues : type.compareTo(otherType);",
                            "return queues;")
                    .caughtBy(ClaimContract.class),
            PlantedBug.of(
                            "a job does not wait for the time it is to run at",
                            "JobRow.java",
                            "runAt == null ? now : runAt",
                            "now")
                    .caughtBy(ClaimContract.class),
            PlantedBug.of(
                            "a claim always begins a new lease",
                            "Claiming.java",
                            "return lease != null && lease.holdsAt(now);",
                            "return false;")
                    .caughtBy(LeaseContract.class),
            PlantedBug.of(
                            "leases that still hold are rescued",
                            "Row.java",
                            "return until.isAfter(time);",
                            "return until.minusSeconds(600).isAfter(time);")
                    .caughtBy(RescueContract.class),
            PlantedBug.of(
                            "a rescue takes jobs in their last attempt up again",
                            "Leases.java",
                            "row.lastAttempt() ? row.failed(reason, now) : row.requeued(row.runAt(), reason)",
                            "row.requeued(row.runAt(), reason)")
                    .caughtBy(RescueContract.class),
            PlantedBug.of(
                            "a claim is stale when its lease has run out",
                            "Guard.java",
                            "return row != null && row.heldUnder(claim) ? row : null;",
                            "Row.Lease lease = overlay.lease(claim.worker());\n"
                                    + "return row != null && row.heldUnder(claim) && lease != null"
                                    + " && lease.holdsAt(overlay.now()) ? row : null;")
                    .caughtBy(LeaseContract.class),
            PlantedBug.of(
                            "a heartbeat does not tell which claims are lost",
                            "Leases.java",
                            "if (Guard.find(overlay, claim) == null) {",
                            "if (false) {")
                    .caughtBy(HeartbeatContract.class),
            PlantedBug.of(
                            "a heartbeat keeps progress under lost claims",
                            "Leases.java",
                            "JobRow row = Guard.find(overlay, claim);",
                            "JobRow row = overlay.job(claim.jobId());")
                    .caughtBy(HeartbeatContract.class),
            PlantedBug.of(
                            "a release keeps the attempt",
                            "JobRow.java",
                            "return queued(runAt, attempt - 1, attemptLimit, error);",
                            "return queued(runAt, attempt, attemptLimit, error);")
                    .caughtBy(SettlementContract.class),
            PlantedBug.of(
                            "of many completions the answers come in the order of the jobs",
                            "InMemoryClaimStore.java",
                            "settled[place] = settle(",
                            "settled[(int) java.util.Arrays.stream(settled).filter(done -> done != null).count()] = settle(")
                    .caughtBy(SettlementBatchContract.class),
            PlantedBug.of(
                            "a failure is never final",
                            "InMemoryClaimStore.java",
                            "if (wait == null || row.lastAttempt()) {",
                            "if (wait == null) {")
                    .caughtBy(SettlementContract.class),
            PlantedBug.of(
                            "a failed attempt does not wait",
                            "InMemoryClaimStore.java",
                            "overlay.now().plus(wait)",
                            "overlay.now()")
                    .caughtBy(SettlementContract.class),
            PlantedBug.of(
                            "stages do not outlive their attempt",
                            "JobRow.java",
                            "reason,\n                stages);",
                            "reason,\n                List.of());")
                    .caughtBy(StageContract.class),
            PlantedBug.of(
                            "a checkpoint is lost with the next progress",
                            "StageList.java",
                            "JsonDocument kept = at < 0 ? null : row.stages().get(at).checkpoint();",
                            "JsonDocument kept = null;")
                    .caughtBy(StageContract.class),
            PlantedBug.of(
                            "work under a claim does not hold the job",
                            "InMemoryUnitOfWork.java",
                            "JobLocks::lockTenure",
                            "(any, id) -> {}")
                    .caughtBy(ClaimGuardContract.class),
            PlantedBug.of(
                            "work is done under a stale claim",
                            "InMemoryUnitOfWork.java",
                            "if (!holds(unit, claim)) {",
                            "if (false) {")
                    .caughtBy(StaleClaimContract.class),
            PlantedBug.of(
                            "a release does not wake",
                            "JobRow.java",
                            "return status == JobStatus.QUEUED && !runAt.isAfter(time);",
                            "return status == JobStatus.QUEUED && !runAt.isAfter(time) && fence == 0;")
                    .caughtBy(SignalsContract.class));

    private PlantedClaimBugs() {}
}
