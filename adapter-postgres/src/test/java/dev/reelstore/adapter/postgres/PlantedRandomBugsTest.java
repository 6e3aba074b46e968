package dev.reelstore.adapter.postgres;

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
            PlantedBug.of("the fence is not compared", "ClaimMapper.xml", "AND l.fence = #{claim.fence} ", ""),
            PlantedBug.of("the token is not compared", "ClaimMapper.xml", " AND l.token = #{claim.token}", ""),
            PlantedBug.of(
                    "a default that fails keeps its flag",
                    "QualityMapper.xml",
                    "is_default = q.is_default AND coalesce(#{patch.status}::text, q.status) &lt;&gt; 'FAILED'",
                    "is_default = q.is_default"),
            PlantedBug.of(
                    "leases that still hold are rescued",
                    "ClaimMapper.xml",
                    "w.lease_until &lt;= (SELECT reelstore.clock())\n        AND ",
                    ""),
            PlantedBug.of(
                    "a claim does not go by priority",
                    "ClaimMapper.xml",
                    "ORDER BY r.priority, r.run_at",
                    "ORDER BY r.run_at"),
            PlantedBug.of(
                    "what is completed twice in one call is done twice",
                    "Completions.java",
                    "answers.set(rows.get(row - 1), Settlement.DONE)",
                    "{ Claim claim = all.get(rows.get(row - 1)).claim(); for (int i = 0; i < all.size(); i++) {"
                            + " if (all.get(i).claim().equals(claim)) { answers.set(i, Settlement.DONE); } } }"));

    @TestFactory
    Stream<DynamicTest> randomOperationsCatch() {
        return BugHunt.in(HuntedRandomOperations.class)
                .tests(BUGS.stream()
                        .map(bug -> bug.caughtBy(RandomContract.class))
                        .toList());
    }
}
