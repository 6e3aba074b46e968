/** What must be gone when a campaign is over, and what nobody may have written anywhere. */
@NullMarked
package dev.reelstore.fire.aftermath;

import org.jspecify.annotations.NullMarked;
