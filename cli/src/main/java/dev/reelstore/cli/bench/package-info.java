/** How fast a store is on its server, and what keeps it from being faster. */
@NullMarked
package dev.reelstore.cli.bench;

import org.jspecify.annotations.NullMarked;
