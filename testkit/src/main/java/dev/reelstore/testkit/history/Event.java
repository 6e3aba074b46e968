package dev.reelstore.testkit.history;

/** What a recorder writes down, one line each: a call that begins, and what came of it. */
sealed interface Event {

    String process();

    long number();

    /**
     * A call is about to be made.
     *
     * @param process the name of the recorder
     * @param number which of its calls
     * @param thread the name of the thread
     * @param nanos when, by {@link System#nanoTime()}
     */
    record Invoked(String process, long number, String thread, long nanos, Call call) implements Event {}

    /** It was answered and what it did is committed, or it is certain that nothing was. */
    record Returned(String process, long number, long nanos, Answer answer) implements Event {}
}
