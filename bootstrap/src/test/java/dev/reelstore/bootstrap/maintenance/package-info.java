@NullMarked
package dev.reelstore.bootstrap.maintenance;

import org.jspecify.annotations.NullMarked;
