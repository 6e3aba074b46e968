package dev.reelstore.bootstrap.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.maintenance.PurgeReport;
import dev.reelstore.application.maintenance.Retention;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MaintenanceTest {

    private final InMemoryPersistence store = InMemoryPersistence.create();
    private final Reelstore reelstore = Reelstore.on(store);

    @AfterEach
    void close() {
        reelstore.close();
    }

    @Test
    void eachStatusIsKeptForItsOwnTime() {
        for (JobStatus status : JobStatus.values()) {
            jobIn(status);
        }
        Retention retention = Retention.FOREVER.completed(Duration.ofDays(7)).failed(Duration.ofDays(30));

        store.clock().advance(Duration.ofDays(8));
        assertThat(purge(retention)).isEqualTo(new PurgeReport(1, 0, true));
        store.clock().advance(Duration.ofDays(23));
        assertThat(purge(retention)).isEqualTo(new PurgeReport(1, 0, true));
        store.clock().advance(Duration.ofDays(400));
        assertThat(purge(retention)).isEqualTo(new PurgeReport(0, 0, true));
        assertThat(purge(retention.cancelled(Duration.ZERO))).isEqualTo(new PurgeReport(1, 0, true));

        assertThat(reelstore.jobs().countByStatus(JobFilter.all()))
                .containsEntry(JobStatus.QUEUED, 1L)
                .containsEntry(JobStatus.RUNNING, 1L)
                .containsEntry(JobStatus.COMPLETED, 0L);
    }

    @Test
    void theJournalAgesWhereItsJobStays() {
        Job job = jobIn(JobStatus.QUEUED);
        reelstore.journal().log(NewLogEntry.of(job.id(), "old", LogStatus.NOTE));
        store.clock().advance(Duration.ofDays(10));
        reelstore.journal().log(NewLogEntry.of(job.id(), "new", LogStatus.NOTE));

        assertThat(purge(Retention.FOREVER)).isEqualTo(new PurgeReport(0, 0, true));
        assertThat(purge(Retention.FOREVER.journal(Duration.ofDays(9)))).isEqualTo(new PurgeReport(0, 1, true));
        assertThat(reelstore.journal().latest(job.id()))
                .extracting(LogEntry::stage)
                .containsExactly("new");
    }

    @Test
    void batchesGoOnUntilThereIsNoMore() {
        cancelled(7);
        assertThat(purge(Retention.FOREVER.cancelled(Duration.ZERO).batch(2))).isEqualTo(new PurgeReport(7, 0, true));
        cancelled(4);
        assertThat(purge(Retention.FOREVER.cancelled(Duration.ZERO).batch(2))).isEqualTo(new PurgeReport(4, 0, true));
    }

    @Test
    void itStopsAtItsLimits() {
        cancelled(7);
        Retention retention = Retention.FOREVER.cancelled(Duration.ZERO).batch(2);

        assertThat(purge(retention.most(3))).isEqualTo(new PurgeReport(3, 0, false));
        assertThat(purge(retention.within(Duration.ofMillis(1)).pause(Duration.ofMillis(5))))
                .extracting(PurgeReport::done)
                .isEqualTo(false);
        assertThat(reelstore.jobs().count(JobFilter.all())).isBetween(2L, 4L);
    }

    @Test
    void eachBatchIsCommittedAndAnInterruptEndsIt() throws Exception {
        cancelled(5);
        Retention slow = Retention.FOREVER.cancelled(Duration.ZERO).batch(2).pause(Duration.ofHours(1));
        FutureTask<Boolean> purge = new FutureTask<>(() -> {
            assertThat(purge(slow)).isEqualTo(new PurgeReport(2, 0, false));
            return Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(purge, "purge");
        thread.start();
        await().until(() -> reelstore.jobs().count(JobFilter.all()) == 3);

        thread.interrupt();

        assertThat(purge.get(30, TimeUnit.SECONDS)).as("still interrupted").isTrue();
        assertThat(reelstore.jobs().count(JobFilter.all())).isEqualTo(3);
    }

    @Test
    void insideAUnitItIsRefused() {
        assertThatThrownBy(() -> reelstore.run(stores -> purge(Retention.FOREVER)))
                .isInstanceOf(StoreOperationException.class)
                .hasMessageContaining("call it outside");
    }

    private PurgeReport purge(Retention retention) {
        return reelstore.maintenance().purge(retention);
    }

    private void cancelled(int number) {
        for (int i = 0; i < number; i++) {
            jobIn(JobStatus.CANCELLED);
        }
        store.clock().advance(Duration.ofSeconds(1));
    }

    private Job jobIn(JobStatus status) {
        Job job = reelstore
                .jobs()
                .create(NewJob.of("encode", new Target("film", "one")).queue(status.name()));
        if (status == JobStatus.CANCELLED) {
            reelstore.jobs().cancel(job.id());
        } else if (status != JobStatus.QUEUED) {
            var claim = reelstore
                    .claims()
                    .claim(ClaimRequest.of(WorkerId.next(), status.name(), List.of("encode")))
                    .get(0);
            if (status == JobStatus.COMPLETED) {
                reelstore.claims().complete(claim, null);
            } else if (status == JobStatus.FAILED) {
                reelstore.claims().fail(claim, JobFailure.forGood("broken"));
            }
        }
        return job;
    }
}
