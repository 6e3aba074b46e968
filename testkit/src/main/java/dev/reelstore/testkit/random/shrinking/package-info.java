/** Makes a list of operations that shows a difference as short as it can, and writes it down as Java. */
@NullMarked
package dev.reelstore.testkit.random.shrinking;

import org.jspecify.annotations.NullMarked;
