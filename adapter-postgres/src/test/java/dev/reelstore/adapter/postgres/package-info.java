/** The adapter under the contract, and what is true of PostgreSQL alone. */
@NullMarked
package dev.reelstore.adapter.postgres;

import org.jspecify.annotations.NullMarked;
