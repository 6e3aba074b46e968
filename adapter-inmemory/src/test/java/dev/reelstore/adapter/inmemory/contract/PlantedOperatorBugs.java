package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.contract.StandingContract;
import dev.reelstore.testkit.contract.SweepContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in telling why a job stands still, and in ending or retrying many. */
final class PlantedOperatorBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of("workers of other queues count", "Waiting.java", "&& duty.queue().equals(asked.queue())", "")
                    .caughtBy(StandingContract.class),
            PlantedBug.of("workers for other types count", "Waiting.java", "&& duty.types().contains(asked.type())", "")
                    .caughtBy(StandingContract.class),
            PlantedBug.of("workers that are gone count", "Waiting.java", "&& lease.holdsAt(now)", "")
                    .caughtBy(StandingContract.class),
            PlantedBug.of("jobs that are not due go first", "Waiting.java", "if (other.dueAt(now)) {", "{")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "jobs that no such worker takes go first",
                            "Waiting.java",
                            "taken.addAll(duty.types());",
                            "taken.add(\"unknown\");\n taken.addAll(duty.types());")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "the last in line is told as the next",
                            "Waiting.java",
                            "JobRow.BY_TURN.compare(other, one) < 0 ? other : one",
                            "JobRow.BY_TURN.compare(other, one) < 0 ? one : other")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "a heartbeat forgets the duty",
                            "Leases.java",
                            "request.duty() != null || before == null ? request.duty() : before.duty()",
                            "request.duty()")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "a claim does not tell what it asks for",
                            "Claiming.java",
                            "now.plus(request.lease()), request.duty()",
                            "now.plus(request.lease()), null")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "many cancels end what is finished too",
                            "Sweeping.java",
                            "sweep(overlay, query, JobStatus.live(), row -> {",
                            "sweep(overlay, query, Set.of(JobStatus.values()), row -> {")
                    .caughtBy(SweepContract.class),
            PlantedBug.of(
                            "a sweep does not look again at what it waited for",
                            "Sweeping.java",
                            "return row == null ? null : JobSearch.matching(overlay, row.facts(), filter);",
                            "return row;")
                    .caughtBy(SweepContract.class),
            PlantedBug.of(
                            "many deletes only cancel",
                            "Sweeping.java",
                            "overlay.put(new Row.JobGone(row.id()));",
                            "overlay.put(row.cancelled(overlay.now()));")
                    .caughtBy(SweepContract.class),
            PlantedBug.of(
                            "blocked retries count as done",
                            "Sweeping.java",
                            "JobCreation.retry(overlay, row.id(), blocking) instanceof RetryResult.Requeued",
                            "JobCreation.retry(overlay, row.id(), blocking) != null")
                    .caughtBy(SweepContract.class),
            PlantedBug.of(
                            "a retry of many is blocked by nothing",
                            "Sweeping.java",
                            "JobCreation.retry(overlay, row.id(), blocking)",
                            "JobCreation.retry(overlay, row.id(), Set.of())")
                    .caughtBy(SweepContract.class));

    private PlantedOperatorBugs() {}
}
