/** The {@code reelstore} command: what a person or a script types, and the reference pipeline behind it. */
@NullMarked
package dev.reelstore.cli;

import org.jspecify.annotations.NullMarked;
