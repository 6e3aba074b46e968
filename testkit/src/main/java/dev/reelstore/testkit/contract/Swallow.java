package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Looks away when something fails, as careless callers do. */
final class Swallow {

    private Swallow() {}

    /** Runs what must fail and forgets how. */
    static void failureOf(ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        assertThat(failure).as("the failure to look away from").isNotNull();
    }
}
