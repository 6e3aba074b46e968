/** When and how long to wait before trying again. */
@NullMarked
package dev.reelstore.domain.retry;

import org.jspecify.annotations.NullMarked;
