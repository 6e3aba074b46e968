/** The contract of all adapters, run on this one. */
@NullMarked
package dev.reelstore.adapter.inmemory.contract;

import org.jspecify.annotations.NullMarked;
