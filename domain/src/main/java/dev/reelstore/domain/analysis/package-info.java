/** What was found in the media of a job. */
@NullMarked
package dev.reelstore.domain.analysis;

import org.jspecify.annotations.NullMarked;
