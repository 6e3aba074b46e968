package dev.reelstore.domain.unit;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a unit of work runs. A nested call joins the outer unit as it is: its own options are not applied, and refused
 * only where they ask for fresher data than the outer unit has.
 *
 * @param name for logs and messages, 1 to 100 characters
 * @param readOnly whether writes are refused
 * @param isolation what it may see
 * @param timeout after which its calls and its commit fail, or null for none
 * @param retry how the façade repeats it when it is certain that nothing was committed; null for the façade's own
 *     policy. Adapters run a unit once.
 * @param freshness how fresh the data that it reads must be, or null for all that is committed; such a unit is read-only
 */
public record UnitOptions(
        String name,
        boolean readOnly,
        Isolation isolation,
        @Nullable Duration timeout,
        @Nullable RetryPolicy retry,
        @Nullable Freshness freshness) {

    /** Reads and writes, READ COMMITTED, no timeout. */
    public static final UnitOptions DEFAULT = named("unit of work");

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public UnitOptions {
        name = Check.text("unit name", name, 100);
        Check.present("isolation", isolation);
        timeout = timeout == null ? null : Check.positive("unit timeout", timeout);
        readOnly = readOnly || freshness != null;
    }

    /** The defaults under this name. */
    public static UnitOptions named(String name) {
        return new UnitOptions(name, false, Isolation.READ_COMMITTED, null, null, null);
    }

    /** For a unit that only reads, and data that are this fresh. */
    public static UnitOptions reading(Freshness freshness) {
        Check.present("freshness", freshness);
        return new UnitOptions("read", true, Isolation.READ_COMMITTED, null, null, freshness);
    }

    /**
     * For whoever implements {@link UnitOfWork}: refuses to join a unit whose data may be older than these options ask for.
     *
     * @param outer the options of the unit that is open
     * @throws StoreOperationException when what is asked for would not hold
     */
    public void requireFreshIn(UnitOptions outer) {
        Freshness had = outer.freshness();
        if (freshness != null && had != null && !had.covers(freshness)) {
            throw new StoreOperationException(
                    name + " asks for " + freshness + " inside " + outer.name() + ", which reads " + had
                            + ": ask for the fresher of the two outside",
                    Repeat.USELESS,
                    null);
        }
    }

    /** The same, refusing writes. */
    public UnitOptions asReadOnly() {
        return new UnitOptions(name, true, isolation, timeout, retry, freshness);
    }

    /** The same at this isolation. */
    public UnitOptions isolation(Isolation value) {
        return new UnitOptions(name, readOnly, value, timeout, retry, freshness);
    }

    /** The same with this limit for the whole unit. */
    public UnitOptions timeout(@Nullable Duration value) {
        return new UnitOptions(name, readOnly, isolation, value, retry, freshness);
    }

    /** The same, repeated by this policy. */
    public UnitOptions retry(@Nullable RetryPolicy value) {
        return new UnitOptions(name, readOnly, isolation, timeout, value, freshness);
    }
}
