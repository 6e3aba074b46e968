package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.contract.HistoryContract;
import dev.reelstore.testkit.contract.InterleavingContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;
import java.util.stream.Stream;

/** Mistakes that show when many meet: in the histories of a crowd, or in some order of the steps of two units. */
final class PlantedHistoryBugs {

    private static final List<PlantedBug> OF_CROWDS = List.of(
            PlantedBug.of("no claim compares its fence", "JobRow.java", "fence == claim.fence() && ", ""),
            PlantedBug.of("no claim compares its token", "JobRow.java", " && hold.token().equals(claim.token())", ""),
            PlantedBug.of("claims lock nothing", "Claiming.java", "if (JobLocks.tryLock(overlay, seen.id())) {", "{"),
            PlantedBug.of(
                    "workers that live are rescued",
                    "Row.java",
                    "return until.isAfter(time);",
                    "return until.minusSeconds(600).isAfter(time);"),
            PlantedBug.of(
                    "a claim is content with one job",
                    "Claiming.java",
                    "taken.size() < request.limit()",
                    "taken.size() < 1"),
            PlantedBug.of(
                    "heartbeats keep quiet about lost claims",
                    "Leases.java",
                    "if (Guard.find(overlay, claim) == null) {",
                    "if (false) {"));

    private static final List<PlantedBug> OF_TWO_UNITS = List.of(
            PlantedBug.of("settlements lock nothing", "Guard.java", "lock.accept(overlay, claim.jobId());", ""),
            PlantedBug.of("a rescue locks nothing", "Leases.java", "JobLocks.lock(overlay, id);", ""),
            PlantedBug.of(
                    "two that choose a default take no turns",
                    "QualityChanges.java",
                    "overlay.lock(LockKey.defaultOf(video));",
                    ""),
            PlantedBug.of(
                    "what is to be the default may fail meanwhile",
                    "QualityChanges.java",
                    "involved.stream().sorted(QualityTable.PLACE).forEach(row -> lock(overlay, row));",
                    ""),
            PlantedBug.of(
                    "two that create a job take no turns",
                    "JobCreation.java",
                    "overlay.lock(LockKey.presence(job.type(), job.target()));",
                    ""),
            PlantedBug.of(
                    "a retry takes no turn", "JobCreation.java", "overlay.lock(LockKey.presence(type, target));", ""),
            PlantedBug.of(
                    "a video may go while a rendition comes",
                    "QualityChanges.java",
                    "overlay.share(LockKey.standing(quality.video()));",
                    ""));

    static final List<PlantedBug> ALL = Stream.concat(
                    OF_CROWDS.stream().map(bug -> bug.caughtBy(HistoryContract.class)),
                    OF_TWO_UNITS.stream().map(bug -> bug.caughtBy(InterleavingContract.class)))
            .toList();

    private PlantedHistoryBugs() {}
}
