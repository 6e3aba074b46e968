package dev.reelstore.cli.media;

import java.util.List;

/**
 * What was found in a file.
 *
 * @param items in the order of their time
 * @param leftOut how many more there are that could not be read or are too many to keep
 */
public record Findings<T>(List<T> items, int leftOut) {

    /** Copies the list. */
    public Findings {
        items = List.copyOf(items);
    }
}
