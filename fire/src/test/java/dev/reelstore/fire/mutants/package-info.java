/** Proof that the campaigns can fail: faults are planted in the real source, and a campaign has to catch each. */
@NullMarked
package dev.reelstore.fire.mutants;

import org.jspecify.annotations.NullMarked;
