@NullMarked
package dev.reelstore.adapter.postgres.tables;

import org.jspecify.annotations.NullMarked;
