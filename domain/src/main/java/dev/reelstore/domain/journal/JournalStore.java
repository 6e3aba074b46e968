package dev.reelstore.domain.journal;

import dev.reelstore.domain.job.JobId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The journal of jobs: an append-only log of what their stages did, and metrics of how long they took. Records are
 * written by whoever has something to say, under a claim or not, at once by many threads for one job; nothing changes
 * them, and they go when their job is deleted.
 *
 * <p>Each call is atomic: its own unit of work when called outside one, part of the unit when called on its stores.
 * Safe from any thread outside units. Every method may throw a {@link dev.reelstore.domain.failure.StoreException}; only
 * those that are particular to it are named.
 */
public interface JournalStore {

    /** The most records that one purge deletes. */
    int MAX_PURGE = 10_000;

    /**
     * Writes one entry. Repeating it is harmless: an id that the job has already is left as it is.
     *
     * @return whether it was new
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when there is no such job
     */
    default boolean log(NewLogEntry entry) {
        return logAll(Collections.singletonList(entry)) > 0;
    }

    /**
     * Writes all of these entries or none, as one moment; those that are there already count as {@link #log} says.
     *
     * @return how many were new
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when one of the jobs is not there
     * @throws dev.reelstore.domain.failure.StoreConflictException when an id is named twice for one job
     */
    int logAll(Collection<NewLogEntry> entries);

    /**
     * Writes one metric, as {@link #log} does.
     *
     * @return whether it was new
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when there is no such job
     */
    default boolean measure(NewMetric metric) {
        return measureAll(Collections.singletonList(metric)) > 0;
    }

    /**
     * Writes all of these metrics or none, as {@link #logAll} does.
     *
     * @return how many were new
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when one of the jobs is not there
     * @throws dev.reelstore.domain.failure.StoreConflictException when an id is named twice for one job
     */
    int measureAll(Collection<NewMetric> metrics);

    /**
     * One page of the log, by keyset. A unit that is still open may later commit records of an earlier time.
     *
     * @param statuses only entries with one of these, such as {@link LogStatus#FAILED} for errors; empty for all
     */
    JournalPage<LogEntry> entries(JournalQuery query, Set<LogStatus> statuses);

    /** The last entry of each stage of a job, the first recorded first. */
    List<LogEntry> latest(JobId job);

    /** One page of the metrics, as {@link #entries}. */
    JournalPage<Metric> metrics(JournalQuery query);

    /** How long each stage took, over the metrics of this kind, by the name of the stage. */
    List<StageDurations> durations(JournalFilter filter);

    /**
     * Deletes records by their age, though their jobs stay; entries of the log first, each kind the oldest first. What
     * another deletes just now is passed over. Made to be called again until it answers less than the limit.
     *
     * @param recordedBefore only what was recorded before then
     * @param limit at most this many, 1 to {@value #MAX_PURGE}
     * @return how many went
     */
    int purge(Instant recordedBefore, int limit);
}
