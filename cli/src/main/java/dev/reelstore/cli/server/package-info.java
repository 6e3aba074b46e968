/**
 * The PostgreSQL server that the {@code reelstore} command brings along: one per data directory, shared by all the
 * commands that work on it.
 */
@NullMarked
package dev.reelstore.cli.server;

import org.jspecify.annotations.NullMarked;
