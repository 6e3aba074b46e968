/** What is special to this adapter. */
@NullMarked
package dev.reelstore.adapter.inmemory;

import org.jspecify.annotations.NullMarked;
