/** The contract, one interface per concern. {@link dev.reelstore.testkit.Contracts#all()} names them all. */
@NullMarked
package dev.reelstore.testkit.contract;

import org.jspecify.annotations.NullMarked;
