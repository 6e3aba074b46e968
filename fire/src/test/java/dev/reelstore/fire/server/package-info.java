/** A PostgreSQL server of a campaign's own, which can be killed, restarted, copied and promoted, and what that must not do to a store. */
@NullMarked
package dev.reelstore.fire.server;

import org.jspecify.annotations.NullMarked;
