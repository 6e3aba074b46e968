/**
 * What the ports promise, said once more in the plainest way: maps that are copied before they are changed, one thread, no
 * locks. It is what random operations expect of every store.
 */
@NullMarked
package dev.reelstore.testkit.random.model;

import org.jspecify.annotations.NullMarked;
