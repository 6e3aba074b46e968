/** Tries what adapter authors are given. */
@NullMarked
package dev.reelstore.testkit;

import org.jspecify.annotations.NullMarked;
