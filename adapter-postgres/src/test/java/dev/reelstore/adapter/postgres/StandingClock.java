package dev.reelstore.adapter.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A clock for the test database that stands still until it is moved. It shows the last value of a sequence, which is outside
 * of transactions: a unit that is open sees it move, whatever its isolation.
 */
final class StandingClock implements AutoCloseable {

    private Instant now = Instant.EPOCH;

    StandingClock() {
        TestStore.execute(
                "DROP SCHEMA IF EXISTS standing CASCADE; CREATE SCHEMA standing; CREATE SEQUENCE standing.clock;"
                        + " CREATE OR REPLACE FUNCTION reelstore.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS"
                        + " 'SELECT timestamptz ''epoch'' + last_value * interval ''1 microsecond'' FROM standing.clock'");
    }

    void set(Instant at) {
        now = at;
        TestStore.execute("SELECT setval('standing.clock', " + ChronoUnit.MICROS.between(Instant.EPOCH, at) + ")");
    }

    void advance(Duration by) {
        set(now.plus(by));
    }

    /** The clock of the server counts again. */
    @Override
    public void close() {
        TestStore.shiftClock(Duration.ZERO);
        TestStore.execute("DROP SCHEMA standing CASCADE");
    }
}
