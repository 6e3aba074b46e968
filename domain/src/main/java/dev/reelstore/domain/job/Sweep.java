package dev.reelstore.domain.job;

import org.jspecify.annotations.Nullable;

/**
 * What a change of many jobs did to one page of them. Whoever wants them all goes on from {@code next} until it is null.
 *
 * @param found how many jobs there were in the page
 * @param changed how many of these were changed
 * @param next where the next page begins, or null when there was no more at the time
 */
public record Sweep(int found, int changed, @Nullable JobCursor next) {

    /** Where there was nothing to change. */
    public static final Sweep NOTHING = new Sweep(0, 0, null);
}
