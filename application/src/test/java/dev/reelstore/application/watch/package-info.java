@NullMarked
package dev.reelstore.application.watch;

import org.jspecify.annotations.NullMarked;
