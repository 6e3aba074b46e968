/** Reelstore and its peers side by side on the same work, on one server, in one run. */
@NullMarked
package dev.reelstore.benchmarks;

import org.jspecify.annotations.NullMarked;
