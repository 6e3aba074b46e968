package dev.reelstore.testkit.history;

import org.jspecify.annotations.Nullable;

/**
 * One operation of a history. One that was tried again is two.
 *
 * @param process which process made it
 * @param thread which thread of it
 * @param call what was asked
 * @param invoked when, by {@link System#nanoTime()}
 * @param returned when its effect was acknowledged; {@link #NEVER} while the answer is null
 * @param answer what was answered, or null where the outcome is unknown: it may have taken effect at any time after it
 *     was invoked, or never
 */
public record Operation(
        String process,
        String thread,
        Call call,
        long invoked,
        long returned,
        @Nullable Answer answer) {

    /** The time of a return that was not seen. */
    public static final long NEVER = Long.MAX_VALUE;

    boolean known() {
        return answer != null;
    }

    boolean undone() {
        return answer instanceof Answer.Undone;
    }
}
