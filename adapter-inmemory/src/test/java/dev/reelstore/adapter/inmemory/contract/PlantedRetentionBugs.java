package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.contract.BatchExistenceContract;
import dev.reelstore.testkit.contract.JournalContract;
import dev.reelstore.testkit.contract.JournalQueryContract;
import dev.reelstore.testkit.contract.PurgeContract;
import dev.reelstore.testkit.contract.PurgeRaceContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in the journal, in purges, and in asking for many targets. */
final class PlantedRetentionBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                            "a job that is missing is passed over",
                            "Journal.java",
                            "throw JournalBatch.missing(job);",
                            "continue;")
                    .caughtBy(JournalContract.class),
            PlantedBug.of(
                            "a repeat takes the place of what was there",
                            "Journal.java",
                            "if (table.apply(overlay.view()).find(one.job(), one.id()) == null) {",
                            "{")
                    .caughtBy(JournalContract.class),
            PlantedBug.of(
                            "a job made anew has what its unit wrote for the old one",
                            "JournalRow.java",
                            "if (owner != null && (job == null || job.facts() != owner)) {",
                            "if (owner != null && job == null) {")
                    .caughtBy(JournalContract.class),
            PlantedBug.of(
                            "a job made anew has the journal of the old one",
                            "State.java",
                            "State kept = old == null || old.facts() == row.facts() ? this : withoutJob(row.id());",
                            "State kept = this;")
                    .caughtBy(JournalContract.class),
            PlantedBug.of(
                            "a page of the journal begins with the last record of the one before",
                            "JournalSearch.java",
                            "place < 0 : place > 0",
                            "place < 0 : place >= 0")
                    .caughtBy(JournalQueryContract.class),
            PlantedBug.of(
                            "the first entry of a stage is taken for its latest",
                            "JournalSearch.java",
                            "last.put(entry.stage(), entry);",
                            "last.putIfAbsent(entry.stage(), entry);")
                    .caughtBy(JournalQueryContract.class),
            PlantedBug.of(
                            "stages are not sorted as databases do",
                            "JournalSearch.java",
                            "new TreeMap<>(BY_CHARACTERS)",
                            "new TreeMap<>()")
                    .caughtBy(JournalQueryContract.class),
            PlantedBug.of(
                            "a purge takes what was recorded at its border",
                            "Journal.java",
                            "!one.recordedAt().isBefore(before)",
                            "one.recordedAt().isAfter(before)")
                    .caughtBy(JournalQueryContract.class),
            PlantedBug.of(
                            "statuses are not looked at for many targets",
                            "InMemoryJobStore.java",
                            "batch.type(), target, batch.statuses(), null)",
                            "batch.type(), target, Set.of(), null)")
                    .caughtBy(BatchExistenceContract.class),
            PlantedBug.of(
                            "a purge takes what finished at its border",
                            "Retention.java",
                            "finished.isBefore(purge.finishedBefore())",
                            "!finished.isAfter(purge.finishedBefore())")
                    .caughtBy(PurgeContract.class),
            PlantedBug.of(
                            "a purge takes finished jobs in any status",
                            "Retention.java",
                            "purge.statuses().contains(row.status())",
                            "row.status().finished()")
                    .caughtBy(PurgeContract.class),
            PlantedBug.of(
                            "a purge takes a job that is being retried",
                            "Retention.java",
                            "JobLocks.tryLock(overlay, seen.id())",
                            "seen.status().finished()")
                    .caughtBy(PurgeRaceContract.class));

    private PlantedRetentionBugs() {}
}
