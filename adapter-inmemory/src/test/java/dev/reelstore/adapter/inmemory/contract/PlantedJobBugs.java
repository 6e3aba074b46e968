package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.contract.CreateIfAbsentContract;
import dev.reelstore.testkit.contract.JobCreationContract;
import dev.reelstore.testkit.contract.JobEndContract;
import dev.reelstore.testkit.contract.JobPageContract;
import dev.reelstore.testkit.contract.JobQueryContract;
import dev.reelstore.testkit.contract.JobRoundTripContract;
import dev.reelstore.testkit.contract.RetryContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in making, finding and ending jobs. */
final class PlantedJobBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                            "racing creates take no turns",
                            "JobCreation.java",
                            "overlay.lock(LockKey.presence(job.type(), job.target()));",
                            "")
                    .caughtBy(CreateIfAbsentContract.class),
            PlantedBug.of(
                            "a create decides by what it saw before its turn",
                            "JobCreation.java",
                            "Outcome decided = present(overlay, job, blocking);",
                            "Outcome decided = known;")
                    .caughtBy(CreateIfAbsentContract.class),
            PlantedBug.of(
                            "an empty set of statuses blocks on none",
                            "JobSearch.java",
                            "(statuses.isEmpty() || statuses.contains(row.status()))",
                            "statuses.contains(row.status())")
                    .caughtBy(CreateIfAbsentContract.class),
            PlantedBug.of(
                            "the id of another job is taken for a repeat",
                            "JobCreation.java",
                            "if (!there.facts().isOf(job.type(), job.target())) {",
                            "if (false) {")
                    .caughtBy(JobCreationContract.class),
            PlantedBug.of(
                            "an id that is named twice is created once",
                            "JobCreation.java",
                            "if (sorted.put(Check.present(\"one of the jobs\", job).id(), job) != null) {",
                            "sorted.put(Check.present(\"one of the jobs\", job).id(), job);\n if (false) {")
                    .caughtBy(JobCreationContract.class),
            PlantedBug.of(
                            "lists go by id alone",
                            "JobFacts.java",
                            "return order != 0 ? order : id().compareTo(id);",
                            "return id().compareTo(id);")
                    .caughtBy(CreateIfAbsentContract.class)
                    .caughtBy(JobQueryContract.class),
            PlantedBug.of(
                            "a page begins with the last job of the one before",
                            "JobSearch.java",
                            "facts.compareCreation(after.createdAt(), after.id()) > 0",
                            "facts.compareCreation(after.createdAt(), after.id()) >= 0")
                    .caughtBy(JobPageContract.class),
            PlantedBug.of(
                            "a filter by age takes its end too",
                            "JobSearch.java",
                            "facts.createdAt().isBefore(before)",
                            "!facts.createdAt().isAfter(before)")
                    .caughtBy(JobQueryContract.class),
            PlantedBug.of(
                            "a delete only cancels",
                            "InMemoryJobStore.java",
                            "overlay.put(new Row.JobGone(id));",
                            "overlay.put(row.cancelled(overlay.now()));")
                    .caughtBy(JobEndContract.class),
            PlantedBug.of(
                            "a cancel forgets when the attempt began",
                            "JobRow.java",
                            "facts, how, runAt, attempt, attemptLimit, fence, last, startedAt, now, answer, reason, stages",
                            "facts, how, runAt, attempt, attemptLimit, fence, last, null, now, answer, reason, stages")
                    .caughtBy(JobEndContract.class),
            PlantedBug.of(
                            "a retry allows no more attempts",
                            "JobRow.java",
                            "attempt + facts.asked().maxAttempts()",
                            "attemptLimit")
                    .caughtBy(RetryContract.class),
            PlantedBug.of(
                            "a job blocks its own retry",
                            "JobCreation.java",
                            "JobSearch.newest(overlay, type, target, blocking, id)",
                            "JobSearch.newest(overlay, type, target, blocking, null)")
                    .caughtBy(RetryContract.class),
            PlantedBug.of(
                            "times are kept to the nanosecond",
                            "SettableClock.java",
                            ".truncatedTo(ChronoUnit.MICROS)",
                            "")
                    .caughtBy(JobRoundTripContract.class));

    private PlantedJobBugs() {}
}
