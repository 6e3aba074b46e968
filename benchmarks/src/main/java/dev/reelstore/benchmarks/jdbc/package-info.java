/** The limit: the best SQL by hand, over plain JDBC. */
@NullMarked
package dev.reelstore.benchmarks.jdbc;

import org.jspecify.annotations.NullMarked;
