package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.mutation.BugHunt;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The contract catches each of these mistakes in this adapter's own source: in how jobs, claims and units work. */
@Tag("fire")
@Tag("mutants")
final class PlantedWorkBugsTest {

    @TestFactory
    Stream<DynamicTest> theContractCatches() {
        List<PlantedBug> bugs = Stream.of(PlantedJobBugs.ALL, PlantedClaimBugs.ALL, PlantedUnitBugs.ALL)
                .flatMap(List::stream)
                .toList();
        return BugHunt.in(PlantedWorkBugsTest.class).tests(bugs);
    }
}
