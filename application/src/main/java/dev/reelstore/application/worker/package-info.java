/** Workers: they claim jobs, run their handlers, and keep the claims alive. */
@NullMarked
package dev.reelstore.application.worker;

import org.jspecify.annotations.NullMarked;
