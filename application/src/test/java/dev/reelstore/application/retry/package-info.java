@NullMarked
package dev.reelstore.application.retry;

import org.jspecify.annotations.NullMarked;
