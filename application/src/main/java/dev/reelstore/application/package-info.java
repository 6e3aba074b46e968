/** The façade that embedders use. */
@NullMarked
package dev.reelstore.application;

import org.jspecify.annotations.NullMarked;
