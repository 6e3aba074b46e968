package dev.reelstore.bootstrap;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that a mistyped one stands for. */
final class DidYouMean {

    /** More than one letter in this many wrong, and it is a guess. */
    private static final int LETTERS_PER_SLIP = 4;

    private DidYouMean() {}

    /** The name with the fewest slips (letters added, left out or changed), if they are few. */
    static Optional<String> closest(String typed, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> slips(typed, name)))
                .filter(name -> slips(typed, name) <= Math.max(2, name.length() / LETTERS_PER_SLIP));
    }

    private static int slips(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
