package dev.reelstore.domain.unit;

import dev.reelstore.domain.value.Check;
import java.time.Duration;

/**
 * How fresh the data must be that a unit reads. A store with replicas may answer such a unit from one of them; where none
 * is fresh enough in time, or there is none, the store itself answers. So what is asked for always holds, and it is only
 * ever a matter of where the load goes.
 */
public sealed interface Freshness {

    /**
     * Nothing that was committed more than so long ago is missing.
     *
     * @param within zero or more; zero asks for all that is committed
     * @throws dev.reelstore.domain.failure.InvalidDataException when it breaks its rule
     */
    static Freshness stale(Duration within) {
        return new Stale(within);
    }

    /**
     * Nothing is missing that had been committed when this token was made: whoever wrote, or was told by who wrote, reads
     * what was written.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when it is missing
     */
    static Freshness after(ReadToken token) {
        return new After(token);
    }

    /** Whether what reads data that are this fresh gets what the other one asks for. */
    default boolean covers(Freshness other) {
        return equals(other)
                || (this instanceof Stale mine
                        && other instanceof Stale theirs
                        && mine.within().compareTo(theirs.within()) <= 0);
    }

    /**
     * Up to so old.
     *
     * @param within how old at most when the unit begins
     */
    record Stale(Duration within) implements Freshness {

        /** @throws dev.reelstore.domain.failure.InvalidDataException when the time is missing or negative */
        public Stale {
            within = Check.duration("stale within", within);
        }
    }

    /**
     * At least as new as a token.
     *
     * @param token where from
     */
    record After(ReadToken token) implements Freshness {

        /** @throws dev.reelstore.domain.failure.InvalidDataException when the token is missing */
        public After {
            Check.present("read token", token);
        }
    }
}
