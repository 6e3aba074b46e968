@NullMarked
package dev.reelstore.bootstrap.worker;

import org.jspecify.annotations.NullMarked;
