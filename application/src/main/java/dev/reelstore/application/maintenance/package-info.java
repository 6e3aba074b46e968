/** What keeps a store small. */
@NullMarked
package dev.reelstore.application.maintenance;

import org.jspecify.annotations.NullMarked;
