/** What the command shows: JSON for programs, tables and progress for people. */
@NullMarked
package dev.reelstore.cli.report;

import org.jspecify.annotations.NullMarked;
