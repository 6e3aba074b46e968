package dev.reelstore.domain.failure;

/** Whether the same work may be done again after a failure. */
public enum Repeat {
    /** Nothing was committed and the cause may pass: do it again, as a whole, in a new unit of work. */
    SAFE,
    /** Nothing was committed, and the same call would fail in the same way: change the input or the code first. */
    USELESS,
    /** It may have been committed. Repeat only what is harmless twice, such as a create with the same id. */
    UNKNOWN;

    /** What is true of a unit of work that a failure ended before its commit began. */
    public static Repeat after(Throwable failure) {
        if (failure instanceof StoreException known) {
            return known.repeat();
        }
        return failure instanceof TransientFailureException ? SAFE : USELESS;
    }
}
