/** What the published modules are made of, and whether the bill of materials says so. */
@NullMarked
package dev.reelstore.acceptance.parts;

import org.jspecify.annotations.NullMarked;
