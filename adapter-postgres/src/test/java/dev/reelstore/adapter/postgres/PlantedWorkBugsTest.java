package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.mutation.BugHunt;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The contract catches each of these mistakes in this adapter's own statements and source: in jobs, claims, units and documents. */
@Tag("fire")
@Tag("mutants")
final class PlantedWorkBugsTest {

    @TestFactory
    Stream<DynamicTest> theContractCatches() {
        List<PlantedBug> bugs = Stream.of(PlantedBugs.ALL, PlantedUnitBugs.ALL, PlantedJsonBugs.ALL)
                .flatMap(List::stream)
                .toList();
        return BugHunt.in(HuntedContract.class).tests(bugs);
    }
}
