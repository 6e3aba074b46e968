package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.mutation.BugHunt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Crowds and interleavings catch each of these mistakes, which show when many meet. */
@Tag("fire")
@Tag("mutants")
final class PlantedHistoryBugsTest {

    @TestFactory
    Stream<DynamicTest> crowdsAndInterleavingsCatch() {
        return BugHunt.in(HuntedContract.class).tests(PlantedHistoryBugs.ALL);
    }
}
