package dev.reelstore.testkit.random;

import dev.reelstore.testkit.random.operation.Op;

/**
 * Where a store answered other than the ports promise.
 *
 * @param op what was asked, by the sequence or by the look at everything after it
 * @param promised the answer of the model
 * @param given the answer of the store
 */
public record Difference(Op op, Object promised, Object given) {

    private static final int LONGEST = 2_000;

    /** The three, one a line, each cut where it is very long. */
    @Override
    public String toString() {
        return "asked    " + cut(op) + "\npromised " + cut(promised) + "\ngiven    " + cut(given);
    }

    private static String cut(Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
