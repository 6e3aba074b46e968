package dev.reelstore.domain.unit;

import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a unit of work runs. A nested call joins the outer unit as it is: its own options are not applied.
 *
 * @param name for logs and messages, 1 to 100 characters
 * @param readOnly whether writes are refused
 * @param isolation what it may see
 * @param timeout after which its calls and its commit fail, or null for none
 * @param retry how the façade repeats it when it is certain that nothing was committed; null for the façade's own
 *     policy. Adapters run a unit once.
 */
public record UnitOptions(
        String name,
        boolean readOnly,
        Isolation isolation,
        @Nullable Duration timeout,
        @Nullable RetryPolicy retry) {

    /** Reads and writes, READ COMMITTED, no timeout. */
    public static final UnitOptions DEFAULT =
            new UnitOptions("unit of work", false, Isolation.READ_COMMITTED, null, null);

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public UnitOptions {
        name = Check.text("unit name", name, 100);
        Check.present("isolation", isolation);
        timeout = timeout == null ? null : Check.positive("unit timeout", timeout);
    }

    /** The defaults under this name. */
    public static UnitOptions named(String name) {
        return new UnitOptions(name, false, Isolation.READ_COMMITTED, null, null);
    }

    /** The same, refusing writes. */
    public UnitOptions asReadOnly() {
        return new UnitOptions(name, true, isolation, timeout, retry);
    }

    /** The same at this isolation. */
    public UnitOptions isolation(Isolation value) {
        return new UnitOptions(name, readOnly, value, timeout, retry);
    }

    /** The same with this limit for the whole unit. */
    public UnitOptions timeout(@Nullable Duration value) {
        return new UnitOptions(name, readOnly, isolation, value, retry);
    }

    /** The same, repeated by this policy. */
    public UnitOptions retry(@Nullable RetryPolicy value) {
        return new UnitOptions(name, readOnly, isolation, timeout, value);
    }
}
