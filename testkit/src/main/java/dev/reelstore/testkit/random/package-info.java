/**
 * The same random operations on a store and on a model of what the ports promise: every answer, and all that can be read
 * afterwards, has to be the same.
 *
 * <p>An adapter joins with one {@link dev.reelstore.testkit.random.operation.Subject}, an empty store whose clock stands
 * still until it is moved, and one test:
 *
 * <pre>{@code
 * @Test
 * void randomOperationsAreAnsweredAsThePortsPromise() {
 *     try (Subject rocks = new RocksSubject()) {
 *         RandomOperations.sequences(2_000).of(60).on("rocks", rocks);
 *     }
 * }
 * }</pre>
 *
 * <p>Operations come from a seed, which is printed; {@code -Dreelstore.random.seed} and {@code -Dreelstore.random.sequences}
 * give others. A failure tells the seed of its sequence, the difference, and the few operations that are enough for it as
 * Java source, which {@link dev.reelstore.testkit.random.RandomOperations#difference} runs again.
 */
@NullMarked
package dev.reelstore.testkit.random;

import org.jspecify.annotations.NullMarked;
