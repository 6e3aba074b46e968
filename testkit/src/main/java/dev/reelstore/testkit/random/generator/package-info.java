/** Draws operations: the same ones from the same seed, on few ids, so that they meet. */
@NullMarked
package dev.reelstore.testkit.random.generator;

import org.jspecify.annotations.NullMarked;
