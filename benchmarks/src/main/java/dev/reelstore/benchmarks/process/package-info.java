/** What happens inside one process, measured by JMH: whatever costs a caller, whether there is a database or not. */
@NullMarked
package dev.reelstore.benchmarks.process;

import org.jspecify.annotations.NullMarked;
