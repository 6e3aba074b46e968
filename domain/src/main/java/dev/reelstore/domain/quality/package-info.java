/** The renditions of a video. */
@NullMarked
package dev.reelstore.domain.quality;

import org.jspecify.annotations.NullMarked;
