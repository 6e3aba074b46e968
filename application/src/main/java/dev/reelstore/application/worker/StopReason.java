package dev.reelstore.application.worker;

/** Why a handler should end its work now. */
public enum StopReason {
    /** Another worker may do the job: nothing that this handler does under its claim takes effect any more. */
    LEASE_LOST,
    /** The job was cancelled or deleted. */
    CANCELLED,
    /** The attempt took longer than the job's timeout; it has failed already. */
    TIMED_OUT,
    /**
     * The worker stops. The handler may still settle until the deadline of the stop; when it throws, or is not back by
     * then, the job is released and the attempt does not count.
     */
    SHUTDOWN
}
