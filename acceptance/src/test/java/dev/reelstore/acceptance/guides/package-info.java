/** What the guides that were the beginning of this show, as a Java engineer writes it here. */
@NullMarked
package dev.reelstore.acceptance.guides;

import org.jspecify.annotations.NullMarked;
