/** Tries the hunt for planted bugs on a module made for it. */
@NullMarked
package dev.reelstore.testkit.history;

import org.jspecify.annotations.NullMarked;
