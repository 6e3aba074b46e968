/** Other job stores, each with its fastest documented settings. */
@NullMarked
package dev.reelstore.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
