package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.mutation.BugHunt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contract catches each of these mistakes in this adapter's own statements and source. */
final class PlantedBugsTest {

    @TestFactory
    Stream<DynamicTest> theContractCatches() {
        return BugHunt.in(HuntedContract.class).tests(PlantedBugs.ALL);
    }
}
