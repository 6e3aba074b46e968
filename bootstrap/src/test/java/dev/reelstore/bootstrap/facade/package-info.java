@NullMarked
package dev.reelstore.bootstrap.facade;

import org.jspecify.annotations.NullMarked;
