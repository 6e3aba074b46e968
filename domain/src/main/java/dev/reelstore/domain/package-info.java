/** What an adapter offers as a whole, and the words that all aggregates share. */
@NullMarked
package dev.reelstore.domain;

import org.jspecify.annotations.NullMarked;
