/** Jobs, their claims and their stages. */
@NullMarked
package dev.reelstore.domain.job;

import org.jspecify.annotations.NullMarked;
