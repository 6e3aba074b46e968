/** What happened to jobs, and how long it took: written once, never changed. */
@NullMarked
package dev.reelstore.domain.journal;

import org.jspecify.annotations.NullMarked;
