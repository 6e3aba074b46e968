/** Keeps what is read often in memory, for those who ask for it. The only package that needs Caffeine. */
@NullMarked
package dev.reelstore.application.cache;

import org.jspecify.annotations.NullMarked;
