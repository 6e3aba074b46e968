/** Everything in memory: the whole contract without a database, for unit tests and short-lived pipelines. */
@NullMarked
package dev.reelstore.adapter.inmemory;

import org.jspecify.annotations.NullMarked;
