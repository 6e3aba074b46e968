package dev.reelstore.fire.server;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.reelstore.fire.campaign.SystemProperty;
import dev.reelstore.testkit.mutation.BugHunt;
import dev.reelstore.testkit.mutation.ChangedClasses;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The campaigns that are for long runs alone catch the mistakes that they are there for. */
final class LongRunMutantsTest {

    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final Path ADAPTER = Path.of("").toAbsolutePath().resolve("../adapter-postgres");
    private static final BugHunt HUNT = BugHunt.in(LongRunMutantsTest.class, ADAPTER);

    private static final PlantedBug FULL_DISK = bug(
            "a full disk is told as a failure that no repeat helps against",
            "SqlFailures.java",
            "case \"26\", \"53\", \"58\" ->",
            "case \"26\", \"58\" ->");
    private static final PlantedBug DEAD_ROWS = bug(
            "every claim walks over all that lies dead",
            "LowWaterMark.java",
            "dead >= MANY_DEAD && now",
            "dead < 0 && now");

    @RegisterExtension
    static final SystemProperty LONG = SystemProperty.scale(10);

    @Tag("fire")
    @Test
    void theirMistakesCanBePlanted() {
        for (PlantedBug bug : List.of(FULL_DISK, DEAD_ROWS)) {
            ChangedClasses.of(ADAPTER, bug).close();
        }
    }

    @Tag("mutants")
    @Test
    void aFullDiskThatIsToldAsAMistakeOfTheCaller(@TempDir Path folder) throws Exception {
        try {
            SmallDisk.mount(folder, 1).close();
        } catch (IOException refused) {
            abort(refused.getMessage());
        }
        mustCatch(DiskFullCampaignTest.class, FULL_DISK);
    }

    @Tag("mutants")
    @Test
    void claimsThatWalkOverAllThatLiesDead() {
        mustCatch(HeldSnapshotCampaignTest.class, DEAD_ROWS);
    }

    private static void mustCatch(Class<?> campaign, PlantedBug bug) {
        HUNT.mustPass(List.of(campaign), DEADLINE);
        System.out.println("campaign mutant caught: " + bug + ", by " + HUNT.mustCatch(bug, List.of(campaign)));
    }

    private static PlantedBug bug(String name, String file, String find, String replace) {
        return PlantedBug.of(name, file, find, replace).deadline(DEADLINE);
    }
}
