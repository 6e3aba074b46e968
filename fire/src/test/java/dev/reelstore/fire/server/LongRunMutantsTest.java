package dev.reelstore.fire.server;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.reelstore.testkit.mutation.BugHunt;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The campaigns that are for long runs alone catch the mistakes that they are there for. */
@Tag("mutants")
final class LongRunMutantsTest {

    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final String SCALE = "reelstore.fire.scale";
    private static final String SCALE_BEFORE = System.getProperty(SCALE, "1");
    private static final BugHunt HUNT =
            BugHunt.in(LongRunMutantsTest.class, Path.of("").toAbsolutePath().resolve("../adapter-postgres"));

    @BeforeAll
    static void longRun() {
        System.setProperty(SCALE, "10");
    }

    @AfterAll
    static void asBefore() {
        System.setProperty(SCALE, SCALE_BEFORE);
    }

    @Test
    void aFullDiskThatIsToldAsAMistakeOfTheCaller(@TempDir Path folder) throws Exception {
        try {
            SmallDisk.mount(folder, 1).close();
        } catch (IOException refused) {
            abort(refused.getMessage());
        }
        mustCatch(
                DiskFullCampaignTest.class,
                "a full disk is told as a failure that no repeat helps against",
                "SqlFailures.java",
                "case \"26\", \"53\", \"58\" ->",
                "case \"26\", \"58\" ->");
    }

    @Test
    void claimsThatWalkOverAllThatLiesDead() {
        mustCatch(
                HeldSnapshotCampaignTest.class,
                "every claim walks over all that lies dead",
                "LowWaterMark.java",
                "dead >= MANY_DEAD && now",
                "dead < 0 && now");
    }

    private static void mustCatch(Class<?> campaign, String name, String file, String find, String replace) {
        HUNT.mustPass(List.of(campaign), DEADLINE);
        PlantedBug bug = new PlantedBug(name, file, find, replace, List.of(), DEADLINE, false);
        System.out.println("campaign mutant caught: " + name + ", by " + HUNT.mustCatch(bug, List.of(campaign)));
    }
}
