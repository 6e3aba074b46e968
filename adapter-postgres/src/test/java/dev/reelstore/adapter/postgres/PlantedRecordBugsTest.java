package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.mutation.BugHunt;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The contract catches each of these mistakes in this adapter's own statements and source: in what is kept, shown and purged. */
@Tag("fire")
@Tag("mutants")
final class PlantedRecordBugsTest {

    @TestFactory
    Stream<DynamicTest> theContractCatches() {
        List<PlantedBug> bugs = Stream.of(
                        PlantedOperatorBugs.ALL,
                        PlantedRetentionBugs.ALL,
                        PlantedMediaBugs.ALL,
                        PlantedAnalysisBugs.ALL,
                        PlantedReplicaBugs.ALL)
                .flatMap(List::stream)
                .toList();
        return BugHunt.in(HuntedContract.class).tests(bugs);
    }
}
