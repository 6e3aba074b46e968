/** Channels, to which videos belong. */
@NullMarked
package dev.reelstore.domain.channel;

import org.jspecify.annotations.NullMarked;
