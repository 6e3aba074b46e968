/** Campaigns: a real server, real processes and a real network, faults in them, and what must hold all the same. */
@org.jspecify.annotations.NullMarked
package dev.reelstore.fire;
