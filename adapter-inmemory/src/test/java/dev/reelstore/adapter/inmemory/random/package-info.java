/** The store in memory under random operations. */
@NullMarked
package dev.reelstore.adapter.inmemory.random;

import org.jspecify.annotations.NullMarked;
