/** Videos and where they came from. */
@NullMarked
package dev.reelstore.domain.video;

import org.jspecify.annotations.NullMarked;
