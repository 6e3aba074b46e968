package dev.reelstore.application.maintenance;

import dev.reelstore.domain.value.Check;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long what is done with is kept, by the store's time, and how it is deleted.
 *
 * @param completed how long COMPLETED jobs are kept after they finished; null for ever
 * @param failed how long FAILED jobs are kept; null for ever
 * @param cancelled how long CANCELLED jobs are kept; null for ever
 * @param journal how long records of the journal are kept where their jobs are; null for as long as those
 * @param batch how many go in one commit, 1 to 10,000
 * @param pause between two commits, so that others get at the store
 * @param most after how many it stops
 * @param within after how long it stops; null for no limit
 */
public record Retention(
        @Nullable Duration completed,
        @Nullable Duration failed,
        @Nullable Duration cancelled,
        @Nullable Duration journal,
        int batch,
        Duration pause,
        long most,
        @Nullable Duration within) {

    /** Keeps everything; 1,000 to a batch, without a pause or a limit. */
    public static final Retention FOREVER =
            new Retention(null, null, null, null, 1_000, Duration.ZERO, Long.MAX_VALUE, null);

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public Retention {
        completed = age("completed", completed);
        failed = age("failed", failed);
        cancelled = age("cancelled", cancelled);
        journal = age("journal", journal);
        Check.range("batch", batch, 1, 10_000);
        pause = Check.duration("pause", pause);
        Check.range("most", most, 1L, Long.MAX_VALUE);
        within = within == null ? null : Check.positive("within", within);
    }

    /** The same, keeping COMPLETED jobs this long. */
    public Retention completed(@Nullable Duration value) {
        return new Retention(value, failed, cancelled, journal, batch, pause, most, within);
    }

    /** The same, keeping FAILED jobs this long. */
    public Retention failed(@Nullable Duration value) {
        return new Retention(completed, value, cancelled, journal, batch, pause, most, within);
    }

    /** The same, keeping CANCELLED jobs this long. */
    public Retention cancelled(@Nullable Duration value) {
        return new Retention(completed, failed, value, journal, batch, pause, most, within);
    }

    /** The same, keeping records of the journal this long. */
    public Retention journal(@Nullable Duration value) {
        return new Retention(completed, failed, cancelled, value, batch, pause, most, within);
    }

    /** The same with so many to a commit. */
    public Retention batch(int value) {
        return new Retention(completed, failed, cancelled, journal, value, pause, most, within);
    }

    /** The same with this pause between two commits. */
    public Retention pause(Duration value) {
        return new Retention(completed, failed, cancelled, journal, batch, value, most, within);
    }

    /** The same, stopping after so many. */
    public Retention most(long value) {
        return new Retention(completed, failed, cancelled, journal, batch, pause, value, within);
    }

    /** The same, stopping after this long. */
    public Retention within(@Nullable Duration value) {
        return new Retention(completed, failed, cancelled, journal, batch, pause, most, value);
    }

    private static @Nullable Duration age(String what, @Nullable Duration given) {
        return given == null ? null : Check.duration("retention of " + what, given);
    }
}
