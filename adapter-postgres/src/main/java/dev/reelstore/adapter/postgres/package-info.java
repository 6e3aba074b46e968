/**
 * The store in PostgreSQL: {@link dev.reelstore.adapter.postgres.PostgresPersistence} is the way in. All SQL is in the
 * mapper files beside the mapper interfaces; the unit of work owns the connection and the commit.
 */
@NullMarked
package dev.reelstore.adapter.postgres;

import org.jspecify.annotations.NullMarked;
