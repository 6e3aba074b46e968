/** What the documents promise, held against what the build has run. */
@NullMarked
package dev.reelstore.acceptance.capabilities;

import org.jspecify.annotations.NullMarked;
