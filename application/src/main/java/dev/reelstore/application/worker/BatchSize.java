package dev.reelstore.application.worker;

/** How many jobs are claimed at once: fewer from when an answer did not fit into the memory. For one thread. */
final class BatchSize {

    private static final int MOST = 1_000;

    private int most = MOST;

    int of(int room) {
        return Math.min(room, most);
    }

    /** So many were claimed. */
    void fitted(int claimed) {
        if (claimed == most && most < MOST) {
            most++;
        }
    }

    /** A claim of so many failed. */
    void failed(int asked, Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                most = Math.max(1, asked / 2);
            }
        }
    }
}
