package dev.reelstore.adapter.postgres;

/** What a start does about the schema {@code reelstore}. */
public enum SchemaMode {
    /** Brings it up to date; any number of processes may do so at once. The user must own the schema. */
    MIGRATE,
    /** Refuses to start where it is not up to date, and says what to do. */
    VALIDATE,
    /** Asks nothing. */
    OFF
}
