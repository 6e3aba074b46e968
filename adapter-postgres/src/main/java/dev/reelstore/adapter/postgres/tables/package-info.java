/** The user's own tables, in the same database and the same transactions as the stores. */
@NullMarked
package dev.reelstore.adapter.postgres.tables;

import org.jspecify.annotations.NullMarked;
