/** A network between a store and its server that cuts, holds and slows at chosen places, and what that must not do. */
@NullMarked
package dev.reelstore.fire.network;

import org.jspecify.annotations.NullMarked;
