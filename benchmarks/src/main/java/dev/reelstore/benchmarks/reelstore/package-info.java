/** Reelstore through its public API. */
@NullMarked
package dev.reelstore.benchmarks.reelstore;

import org.jspecify.annotations.NullMarked;
