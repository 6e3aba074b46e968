/** Repeats what failed when it is certain that nothing was committed, and says what became of jobs once it was. */
@NullMarked
package dev.reelstore.application.retry;

import org.jspecify.annotations.NullMarked;
