package dev.reelstore.domain.unit;

/** What a unit of work may see of units that run beside it. */
public enum Isolation {
    /** Each call sees what was committed when it began. */
    READ_COMMITTED,
    /** All calls see what was committed when the unit began; writing what another changed since is a conflict. */
    REPEATABLE_READ,
    /** As if units ran one after the other; where that cannot be, it is a conflict. */
    SERIALIZABLE
}
