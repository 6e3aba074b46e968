package dev.reelstore.adapter.inmemory.random;

import dev.reelstore.testkit.mutation.BugHunt;
import dev.reelstore.testkit.mutation.PlantedBug;
import dev.reelstore.testkit.random.RandomContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Random operations come upon each of these mistakes, and few operations are left that show it. */
@Tag("fire")
@Tag("mutants")
final class PlantedRandomBugsTest {

    private static final List<PlantedBug> BUGS = List.of(
            PlantedBug.of("the fence is not compared", "JobRow.java", "fence == claim.fence() && ", ""),
            PlantedBug.of("the token is not compared", "JobRow.java", " && hold.token().equals(claim.token())", ""),
            PlantedBug.of(
                    "a default that fails keeps its flag",
                    "QualityPatching.java",
                    "old.isDefault() && status != QualityStatus.FAILED",
                    "old.isDefault()"),
            PlantedBug.of(
                    "leases that still hold are rescued",
                    "Row.java",
                    "return until.isAfter(time);",
                    "return until.minusSeconds(600).isAfter(time);"),
            PlantedBug.of(
                    "findings outlive their job",
                    "State.java",
                    "\n                .analysis(analysis.without(id));",
                    ";"),
            PlantedBug.of(
                    "a greater priority goes first",
                    "JobRow.java",
                    "Integer.compare(a.priority(), b.priority())",
                    "Integer.compare(b.priority(), a.priority())"),
            PlantedBug.of(
                    "a rollback to a savepoint lifts no doom",
                    "InMemoryUnit.java",
                    "overlay.rollbackTo(savepoints.rollBackTo(name));\n            doom = null;",
                    "overlay.rollbackTo(savepoints.rollBackTo(name));"));

    @TestFactory
    Stream<DynamicTest> randomOperationsCatch() {
        return BugHunt.in(PlantedRandomBugsTest.class)
                .tests(BUGS.stream()
                        .map(bug -> bug.caughtBy(RandomContract.class))
                        .toList());
    }
}
