/** What becomes of jobs, told to whoever watches them. */
@NullMarked
package dev.reelstore.application.events;

import org.jspecify.annotations.NullMarked;
