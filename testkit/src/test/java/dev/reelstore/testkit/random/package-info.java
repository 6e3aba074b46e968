/** Random operations, tried on stores that are known to be right or wrong. */
@NullMarked
package dev.reelstore.testkit.random;

import org.jspecify.annotations.NullMarked;
