/** Campaigns against processes: killed at every step, frozen, started at once, with wrong clocks, interrupted. */
@org.jspecify.annotations.NullMarked
package dev.reelstore.fire.process;
