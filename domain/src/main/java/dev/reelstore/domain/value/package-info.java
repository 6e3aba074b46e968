/** Values that several aggregates share, and the rules that text, numbers and times keep. */
@NullMarked
package dev.reelstore.domain.value;

import org.jspecify.annotations.NullMarked;
