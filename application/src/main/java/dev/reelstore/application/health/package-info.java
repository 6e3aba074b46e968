/** Watching how a store is. */
@NullMarked
package dev.reelstore.application.health;

import org.jspecify.annotations.NullMarked;
