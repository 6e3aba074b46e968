/** Events and API records through the façade, on both adapters. */
@NullMarked
package dev.reelstore.bootstrap.events;

import org.jspecify.annotations.NullMarked;
