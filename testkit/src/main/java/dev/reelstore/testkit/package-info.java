/** What an adapter author needs to prove an adapter. */
@NullMarked
package dev.reelstore.testkit;

import org.jspecify.annotations.NullMarked;
