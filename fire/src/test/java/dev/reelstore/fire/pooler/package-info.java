/** A pooler in transaction mode between a store and its server: all that is promised holds through it. */
@NullMarked
package dev.reelstore.fire.pooler;

import org.jspecify.annotations.NullMarked;
