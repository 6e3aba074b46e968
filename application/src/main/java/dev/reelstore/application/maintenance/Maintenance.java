package dev.reelstore.application.maintenance;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.JobPurge;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deletes what has been kept for long enough. To be called now and then; safe from any thread and process at once. */
public final class Maintenance {

    private final Persistence store;

    /** @param store whose calls are repeated where that is safe */
    public Maintenance(Persistence store) {
        this.store = Check.present("store", store);
    }

    /**
     * Deletes finished jobs and records of the journal that are older than they are to be kept, the oldest first, batch
     * by batch, each with a commit of its own. An interrupt ends it before the next batch, and stays set. What others
     * purge, retry or write to at that moment is left for the next time.
     *
     * @throws StoreOperationException when the calling thread has a unit of work open, which would hold all batches
     * @throws dev.reelstore.domain.failure.StoreException when a batch fails; those before it are committed
     */
    public PurgeReport purge(Retention retention) {
        Check.present("retention", retention);
        if (store.unitOfWork().active()) {
            throw new StoreOperationException(
                    "a purge commits batch by batch, and this thread has a unit of work open: call it outside",
                    Repeat.USELESS,
                    null);
        }
        Instant now = store.now();
        Batches batches = new Batches(retention);
        long jobs = finished(JobStatus.COMPLETED, retention.completed(), now, batches)
                + finished(JobStatus.FAILED, retention.failed(), now, batches)
                + finished(JobStatus.CANCELLED, retention.cancelled(), now, batches);
        Duration journal = retention.journal();
        long records =
                journal == null ? 0 : batches.run(limit -> store.journal().purge(now.minus(journal), limit));
        return new PurgeReport(jobs, records, !batches.cutShort());
    }

    private long finished(JobStatus status, @Nullable Duration kept, Instant now, Batches batches) {
        return kept == null
                ? 0
                : batches.run(limit -> store.jobs().purge(new JobPurge(Set.of(status), now.minus(kept), limit)));
    }
}
