package dev.reelstore.application.worker;

import dev.reelstore.domain.value.JsonDocument;
import java.util.Optional;

/** A named, weighted step of the job that a handler works on. Safe from any thread. */
public interface Stage {

    /** Its name. */
    String name();

    /**
     * Says how far it has come. May be called at any rate, and never throws: what is below 0 counts as 0, above 100 as
     * 100, and NaN is ignored. The latest value is written at most once a second, and once more when the job is settled.
     */
    void percent(double percent);

    /** Says what it is doing, for people; written with the percentage. Mended and cut to 500 characters. */
    void message(String message);

    /**
     * Keeps from where a later attempt resumes; it is in the store when this returns. Waits for a store that is away, as
     * settling does. Called inside a unit of work that this thread has open, it becomes part of that unit.
     *
     * @return whether it was kept; false when the claim is lost
     * @throws dev.reelstore.domain.failure.StoreException when the store refuses it or stays away
     */
    boolean checkpoint(JsonDocument checkpoint);

    /**
     * The checkpoint that was kept last, by an earlier attempt or by this one; empty when there is none.
     *
     * @throws dev.reelstore.domain.failure.StoreException when the store cannot be read
     */
    Optional<JsonDocument> resumeFrom();
}
