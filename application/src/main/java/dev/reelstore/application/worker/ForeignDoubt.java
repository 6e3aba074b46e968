package dev.reelstore.application.worker;

import dev.reelstore.domain.failure.OutcomeUnknownException;

/**
 * Carries a commit in doubt out of the body of a unit: it is another store's, whose guard is not our claim, so that the
 * body must not be run again.
 */
final class ForeignDoubt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OutcomeUnknownException doubt;

    ForeignDoubt(OutcomeUnknownException doubt) {
        super(doubt);
        this.doubt = doubt;
    }

    OutcomeUnknownException doubt() {
        return doubt;
    }
}
