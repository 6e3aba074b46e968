/** No SQL is put together from input: read in the sources of all published modules. */
@NullMarked
package dev.reelstore.acceptance.sql;

import org.jspecify.annotations.NullMarked;
