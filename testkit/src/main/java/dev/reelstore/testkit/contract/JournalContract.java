package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.Metric;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the journal takes and keeps. How it is read is in {@link JournalQueryContract}. */
public interface JournalContract extends Contract {

    @Test
    default void anEntryIsKeptAsItIsGiven(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();
        NewLogEntry entry = NewLogEntry.of(job, "render", LogStatus.FAILED)
                .agent("gpu-3")
                .duration(Duration.ofNanos(1_500_000_123_456_789L))
                .message("second try")
                .error("exit 137");
        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);

        assertThat(store.journal().log(entry)).isTrue();

        LogEntry kept = entries(store, job).get(0);
        assertThat(kept)
                .isEqualTo(new LogEntry(
                        entry.id(),
                        job,
                        "render",
                        LogStatus.FAILED,
                        "gpu-3",
                        Duration.ofNanos(1_500_000_123_456_000L),
                        "second try",
                        "exit 137",
                        kept.recordedAt()));
        assertThat(kept.recordedAt()).isBetween(before, store.now());
    }

    @Test
    default void anEntryMayLeaveOutWhatItDoesNotKnow(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();
        for (LogStatus status : LogStatus.values()) {
            store.journal().log(NewLogEntry.of(job, "probe", status));
        }

        assertThat(entries(store, job)).extracting(LogEntry::status).containsExactly(LogStatus.values());
        assertThat(entries(store, job))
                .allSatisfy(entry -> assertThat(
                                Arrays.asList(entry.agent(), entry.duration(), entry.message(), entry.error()))
                        .containsOnlyNulls());
    }

    @Test
    default void aMetricIsKeptToTheMicrosecond(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();
        NewMetric metric = NewMetric.of(job, "render", Duration.ofNanos(1_234_567_899));
        store.journal().measure(metric);
        store.journal().measure(NewMetric.of(job, "probe", Duration.ZERO));

        Metric kept = metrics(store, job).get(0);
        assertThat(kept)
                .isEqualTo(new Metric(metric.id(), job, "render", Duration.ofNanos(1_234_567_000), kept.recordedAt()));
        assertThat(metrics(store, job).get(1).duration()).isZero();
    }

    @Test
    default void aRepeatChangesNothing(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();
        NewLogEntry entry = NewLogEntry.of(job, "render", LogStatus.NOTE).message("first");
        NewMetric metric = NewMetric.of(job, "render", Duration.ofMillis(5));
        store.journal().log(entry);
        store.journal().measure(metric);
        List<LogEntry> entries = entries(store, job);
        List<Metric> metrics = metrics(store, job);

        assertThat(store.journal().log(entry.message("second"))).isFalse();
        assertThat(store.journal().measure(metric)).isFalse();
        assertThat(store.journal().logAll(List.of(entry, NewLogEntry.of(job, "a", LogStatus.NOTE))))
                .isEqualTo(1);
        assertThat(store.journal().measureAll(List.of(metric, NewMetric.of(job, "a", Duration.ZERO))))
                .isEqualTo(1);

        assertThat(entries(store, job)).hasSize(2).startsWith(entries.get(0));
        assertThat(metrics(store, job)).hasSize(2).startsWith(metrics.get(0));
    }

    @Test
    default void anIdBelongsToItsJob(Persistence store) {
        JobId one = store.jobs().create(Given.job()).id();
        JobId two = store.jobs().create(Given.job()).id();
        NewLogEntry entry = NewLogEntry.of(one, "render", LogStatus.NOTE);
        NewLogEntry same = NewLogEntry.of(two, "render", LogStatus.NOTE).id(entry.id());

        assertThat(store.journal().logAll(List.of(entry, same))).isEqualTo(2);
        assertThat(entries(store, one)).hasSize(1);
        assertThat(entries(store, two)).hasSize(1);
    }

    @Test
    default void anIdThatIsNamedTwiceIsAConflictAndNothingIsWritten(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();
        NewLogEntry entry = NewLogEntry.of(job, "render", LogStatus.NOTE);
        NewMetric metric = NewMetric.of(job, "render", Duration.ZERO);

        assertThatThrownBy(() -> store.journal().logAll(List.of(entry, entry.message("twin"))))
                .isInstanceOf(StoreConflictException.class);
        assertThatThrownBy(() -> store.journal().measureAll(List.of(metric, metric)))
                .isInstanceOf(StoreConflictException.class);
        assertThat(entries(store, job)).isEmpty();
        assertThat(metrics(store, job)).isEmpty();
    }

    @Test
    default void nothingIsWrittenWhereOneOfTheJobsIsNotThere(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();
        JobId unknown = JobId.next();

        assertThatThrownBy(() -> store.journal()
                        .logAll(List.of(
                                NewLogEntry.of(job, "a", LogStatus.NOTE),
                                NewLogEntry.of(unknown, "a", LogStatus.NOTE))))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining(unknown.toString());
        assertThatThrownBy(() -> store.journal()
                        .measureAll(List.of(
                                NewMetric.of(unknown, "a", Duration.ZERO), NewMetric.of(job, "a", Duration.ZERO))))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining(unknown.toString());
        assertThat(entries(store, job)).isEmpty();
        assertThat(metrics(store, job)).isEmpty();
        assertThat(store.journal().logAll(List.of())).isZero();
        assertThat(store.journal().measureAll(List.of())).isZero();
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without it may do
    default void aMissingRecordIsRefused(Persistence store) {
        assertThatThrownBy(() -> store.journal().log(null)).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> store.journal().measure(null)).isInstanceOf(InvalidDataException.class);
    }

    @Test
    default void textForPeopleIsMendedAndCutButNeverRefused(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();
        NewLogEntry entry = NewLogEntry.of(job, "render", LogStatus.FAILED);
        store.journal().log(entry.message("\u0000🎬\uDC00").error("\uD83C and 🎬\u0000"));
        store.journal()
                .log(NewLogEntry.of(job, "render", LogStatus.FAILED)
                        .message("🎬".repeat(2_001))
                        .error("ä".repeat(Job.MAX_ERROR_LENGTH + 1)));

        List<LogEntry> kept = entries(store, job);
        assertThat(kept.get(0).message()).isEqualTo("\uFFFD🎬\uFFFD");
        assertThat(kept.get(0).error()).isEqualTo("\uFFFD and 🎬\uFFFD");
        assertThat(kept.get(1).message()).isEqualTo("🎬".repeat(1_999) + "…");
        assertThat(kept.get(1).error()).isEqualTo("ä".repeat(Job.MAX_ERROR_LENGTH - 1) + "…");
    }

    @Test
    default void theJournalGoesWithItsJob(Persistence store) {
        NewJob job = Given.job();
        JobId other = store.jobs().create(Given.job()).id();
        store.jobs().create(job);
        write(store, job.id());
        write(store, other);

        store.jobs().delete(job.id());
        assertThat(entries(store, job.id())).isEmpty();
        assertThat(metrics(store, job.id())).isEmpty();
        store.jobs().create(job);

        assertThat(entries(store, job.id())).as("of a new job under the old id").isEmpty();
        assertThat(metrics(store, job.id())).isEmpty();
        assertThat(entries(store, other)).hasSize(1);
        assertThat(metrics(store, other)).hasSize(1);
    }

    @Test
    default void aJobThatIsMadeAnewInOneUnitHasOnlyItsOwnJournal(Persistence store) {
        NewJob job = Given.job();
        store.jobs().create(job);
        write(store, job.id());

        store.unitOfWork().run(stores -> {
            stores.journal().log(NewLogEntry.of(job.id(), "before", LogStatus.NOTE));
            stores.jobs().delete(job.id());
            assertThat(stores.journal().latest(job.id())).isEmpty();
            stores.jobs().create(job);
            stores.journal().log(NewLogEntry.of(job.id(), "after", LogStatus.NOTE));
            Elsewhere.call(() -> store.jobs().create(Given.job()));
            assertThat(stores.journal().latest(job.id())).hasSize(1);
        });

        assertThat(entries(store, job.id())).extracting(LogEntry::stage).containsExactly("after");
        assertThat(metrics(store, job.id())).isEmpty();
    }

    @Test
    default void whoWritesToTheJournalWaitsForNoOtherWriterAndNoUnitUnderAClaim(Persistence store) {
        Claim claim = Given.claimed(store);

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            write(unit.stores(), claim.jobId());
            Elsewhere.call(() -> store.unitOfWork().under(claim, stores -> {
                write(stores, claim.jobId());
                Elsewhere.call(() -> {
                    write(store, claim.jobId());
                    return true;
                });
                return true;
            }));
            unit.commit();
        }

        assertThat(entries(store, claim.jobId())).hasSize(3);
        assertThat(metrics(store, claim.jobId())).hasSize(3);
    }

    private static void write(Stores stores, JobId job) {
        stores.journal().log(NewLogEntry.of(job, "render", LogStatus.COMPLETED));
        stores.journal().measure(NewMetric.of(job, "render", Duration.ofSeconds(1)));
    }

    private static List<LogEntry> entries(Persistence store, JobId job) {
        return store.journal()
                .entries(JournalQuery.oldestFirst(JournalFilter.of(job)), Set.of())
                .records();
    }

    private static List<Metric> metrics(Persistence store, JobId job) {
        return store.journal()
                .metrics(JournalQuery.oldestFirst(JournalFilter.of(job)))
                .records();
    }
}
