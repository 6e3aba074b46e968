package dev.reelstore.domain.job;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a job is in its life; docs/state-machine.md has the transitions. */
public enum JobStatus {
    /** Waiting for a worker, perhaps until a later time. */
    QUEUED,
    /** Claimed by a worker. */
    RUNNING,
    /** Done, once. */
    COMPLETED,
    /** Given up, until someone asks for a retry. */
    FAILED,
    /** Ended by request. */
    CANCELLED;

    /** QUEUED and RUNNING. */
    public static Set<JobStatus> live() {
        return EnumSet.of(QUEUED, RUNNING);
    }

    /** FAILED and CANCELLED. */
    public static Set<JobStatus> retryable() {
        return EnumSet.of(FAILED, CANCELLED);
    }

    /** Whether it is COMPLETED, FAILED or CANCELLED. */
    public boolean finished() {
        return this != QUEUED && this != RUNNING;
    }

    /**
     * Reads a name in any case; {@code pending} means QUEUED and {@code processing} RUNNING.
     *
     * @throws InvalidDataException when it is none of them
     */
    public static JobStatus parse(String text) {
        String name = Check.text("job status", text, 200).strip().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "PENDING" -> QUEUED;
            case "PROCESSING" -> RUNNING;
            default ->
                Arrays.stream(values())
                        .filter(status -> status.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new InvalidDataException(
                                "job status is '" + text + "': it must be one of queued (or pending), running (or"
                                        + " processing), completed, failed, cancelled",
                                null));
        };
    }
}
