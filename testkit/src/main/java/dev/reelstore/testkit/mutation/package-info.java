/**
 * Proof that the contract can fail: bugs are planted in an adapter's real source, and the contract has to catch each.
 *
 * <p>An adapter lists its {@link dev.reelstore.testkit.mutation.PlantedBug}s and gives them to
 * {@link dev.reelstore.testkit.mutation.BugHunt#tests BugHunt.tests}.
 */
@NullMarked
package dev.reelstore.testkit.mutation;

import org.jspecify.annotations.NullMarked;
