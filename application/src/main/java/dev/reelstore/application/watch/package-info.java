/** Tells of units of work that are open for too long. */
@NullMarked
package dev.reelstore.application.watch;

import org.jspecify.annotations.NullMarked;
