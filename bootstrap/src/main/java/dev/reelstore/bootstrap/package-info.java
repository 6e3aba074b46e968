/** Guice modules and settings from outside: conveniences over constructors that work without them. */
@NullMarked
package dev.reelstore.bootstrap;

import org.jspecify.annotations.NullMarked;
