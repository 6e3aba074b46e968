/** Every way in which a store can fail, and whether a repeat is safe. */
@NullMarked
package dev.reelstore.domain.failure;

import org.jspecify.annotations.NullMarked;
