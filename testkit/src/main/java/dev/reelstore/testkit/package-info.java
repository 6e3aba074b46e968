/**
 * What an adapter author needs to prove an adapter.
 *
 * <p>Write one {@link dev.reelstore.testkit.Fixture} that opens your adapter on an empty store, with a clock that can be
 * moved and a lock timeout of about a second, and one test class:
 *
 * <pre>{@code
 * class RocksContractTest extends WholeContract {
 *     protected Fixture open() {
 *         return new RocksFixture();
 *     }
 * }
 * }</pre>
 *
 * <p>Or write a class for each part in {@link dev.reelstore.testkit.Contracts#all()}, such as {@code RocksClaimTest
 * implements ClaimContract}, and demand that {@link dev.reelstore.testkit.Contracts#untestedIn} names none.
 *
 * <p>Each test opens a fixture of its own and closes it afterwards. Nothing in the contract decides by the clock of the
 * machine or sleeps, but for the moments in which a unit lets others meet it; none of its tests needs more than twenty units of work at once, and a test is skipped only where
 * {@link dev.reelstore.domain.Persistence#capabilities()} says that the adapter cannot do the thing.
 *
 * <p>Then show that the tests can fail: plant mistakes in your own source, as
 * {@link dev.reelstore.testkit.mutation} says.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> theContractCatches() {
 *     return BugHunt.in(PlantedBugsTest.class).tests(List.of(
 *             PlantedBug.of("the token is not compared", "ClaimMapper.xml", "AND token = #{token}", "")
 *                     .caughtBy(StaleClaimContract.class)));
 * }
 * }</pre>
 *
 * <p>And let random operations loose on it, as {@link dev.reelstore.testkit.random} says: they find what no test of the
 * contract thought of.
 */
@NullMarked
package dev.reelstore.testkit;

import org.jspecify.annotations.NullMarked;
