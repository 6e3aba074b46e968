package dev.reelstore.testkit.random.operation;

/**
 * Names a claim that was handed out before, in this sequence of operations, wherever it is carried out.
 *
 * @param back 0 for the latest claim, 1 for the one before; where there were not so many, the first
 * @param forgery what about it is not as it was handed out
 */
public record ClaimRef(int back, Forgery forgery) {

    /** How a claim differs from the one that was handed out. */
    public enum Forgery {
        /** Not at all. */
        NONE,
        /** The fence is one higher, as the next claim of the job will have it. */
        FENCE,
        /** The token is another. */
        TOKEN
    }
}
