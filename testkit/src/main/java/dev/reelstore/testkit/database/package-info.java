/** A PostgreSQL server for tests, from wherever there is one. */
@NullMarked
package dev.reelstore.testkit.database;

import org.jspecify.annotations.NullMarked;
