/** Words that several aggregates share. */
@NullMarked
package dev.reelstore.domain;

import org.jspecify.annotations.NullMarked;
