/** Tries whether the contract is complete. */
@NullMarked
package dev.reelstore.testkit.contract;

import org.jspecify.annotations.NullMarked;
