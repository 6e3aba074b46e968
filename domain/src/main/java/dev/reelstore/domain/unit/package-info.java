/** Units of work: what commits together. */
@NullMarked
package dev.reelstore.domain.unit;

import org.jspecify.annotations.NullMarked;
