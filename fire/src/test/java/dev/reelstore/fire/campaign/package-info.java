/** What all campaigns share: seed, scale, load, the figures they report, and what must hold at the end. */
@NullMarked
package dev.reelstore.fire.campaign;

import org.jspecify.annotations.NullMarked;
