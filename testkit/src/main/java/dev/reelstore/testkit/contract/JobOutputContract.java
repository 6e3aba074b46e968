package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.Metric;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.JobOutput;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What jobs have brought is written with their end, or not at all. Their end itself is in {@link SettlementBatchContract}. */
public interface JobOutputContract extends Contract {

    @Test
    default void eachJobEndsWithAllThatItBrought(Persistence store) {
        List<Claim> claims = claimed(store, 3);
        Claim rich = claims.get(0);
        NewLogEntry entry = NewLogEntry.of(rich.jobId(), "render", LogStatus.FAILED)
                .agent("gpu-3")
                .duration(Duration.ofSeconds(7))
                .message("second try")
                .error("exit 137");
        NewLogEntry bare = NewLogEntry.of(rich.jobId(), "upload", LogStatus.COMPLETED);
        JobOutput output = JobOutput.NONE
                .result(new JsonDocument("{\"height\":720}"))
                .log(bare)
                .log(entry)
                .measure(NewMetric.of(rich.jobId(), "render", Duration.ofNanos(1_234_567_899)))
                .add(Found.oneOfEach(rich.jobId()));
        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);

        assertThat(store.unitOfWork()
                        .completeAll(List.of(
                                new FinishedJob(claims.get(1), JobOutput.NONE),
                                new FinishedJob(rich, output),
                                measured(claims.get(2)))))
                .containsExactly(Settlement.DONE, Settlement.DONE, Settlement.DONE);

        Job job = store.jobs().get(rich.jobId());
        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.result()).isEqualTo(new JsonDocument("{\"height\":720}"));
        assertThat(entries(store, rich.jobId())).hasSize(2).anySatisfy(kept -> {
            assertThat(kept)
                    .isEqualTo(new LogEntry(
                            entry.id(),
                            rich.jobId(),
                            "render",
                            LogStatus.FAILED,
                            "gpu-3",
                            Duration.ofSeconds(7),
                            "second try",
                            "exit 137",
                            kept.recordedAt()));
            assertThat(kept.recordedAt()).isBetween(before, store.now());
        });
        assertThat(metrics(store, rich.jobId())).singleElement().satisfies(kept -> {
            assertThat(kept.duration()).isEqualTo(Duration.ofNanos(1_234_567_000));
            assertThat(kept.recordedAt()).isBetween(before, store.now());
        });
        assertThat(output.findings())
                .allSatisfy(finding -> assertThat(Found.all(store, rich.jobId(), finding.kind()))
                        .isEqualTo(List.of(finding)));
        assertThat(entries(store, claims.get(1).jobId())).isEmpty();
        assertThat(metrics(store, claims.get(2).jobId())).hasSize(1);
    }

    @Test
    default void theJournalOfManyIsWrittenWithoutFindingsToo(Persistence store) {
        List<Claim> claims = claimed(store, 40);

        List<FinishedJob> jobs = claims.stream()
                .map(claim -> new FinishedJob(
                        claim,
                        JobOutput.NONE
                                .log(NewLogEntry.of(claim.jobId(), "render", LogStatus.COMPLETED)
                                        .message("of " + claim.jobId()))
                                .measure(NewMetric.of(claim.jobId(), "render", Duration.ofMillis(1)))
                                .measure(NewMetric.of(claim.jobId(), "upload", Duration.ofMillis(2)))))
                .toList();

        assertThat(store.unitOfWork().completeAll(jobs)).hasSize(40).containsOnly(Settlement.DONE);

        assertThat(jobs).allSatisfy(job -> {
            JobId id = job.claim().jobId();
            assertThat(entries(store, id))
                    .extracting(LogEntry::id, LogEntry::stage, LogEntry::status, LogEntry::message)
                    .containsExactly(
                            tuple(job.output().entries().get(0).id(), "render", LogStatus.COMPLETED, "of " + id));
            assertThat(metrics(store, id))
                    .extracting(Metric::id)
                    .containsExactlyInAnyOrderElementsOf(
                            job.output().metrics().stream().map(NewMetric::id).toList());
        });
    }

    @Test
    default void aStaleClaimWritesNothingWhateverStandsBesideIt(Persistence store) {
        List<Claim> claims = claimed(store, 5);
        store.claims().release(claims.get(0));
        store.jobs().cancel(claims.get(1).jobId());
        store.jobs().delete(claims.get(2).jobId());

        for (boolean withFindings : new boolean[] {false, true}) {
            Claim held = claims.get(withFindings ? 4 : 3);
            List<FinishedJob> jobs = Stream.of(claims.get(0), held, claims.get(1), claims.get(2))
                    .map(claim -> withFindings ? found(claim) : measured(claim))
                    .toList();

            assertThat(store.unitOfWork().completeAll(jobs))
                    .containsExactly(Settlement.STALE, Settlement.DONE, Settlement.STALE, Settlement.STALE);

            assertThat(brought(store, held)).isEqualTo(1);
            assertThat(claims.subList(0, 3))
                    .allSatisfy(claim -> assertThat(brought(store, claim)).isZero());
        }
    }

    @Test
    default void aStaleClaimLogsNothingEither(Persistence store) {
        List<Claim> claims = claimed(store, 2);
        store.claims().release(claims.get(0));

        assertThat(store.unitOfWork()
                        .completeAll(
                                claims.stream().map(JobOutputContract::logged).toList()))
                .containsExactly(Settlement.STALE, Settlement.DONE);

        assertThat(entries(store, claims.get(0).jobId())).isEmpty();
        assertThat(entries(store, claims.get(1).jobId())).hasSize(1);
    }

    @Test
    default void ofTwoClaimsOfAJobThatOneWritesWhichHolds(Persistence store) {
        Claim held = claimed(store, 1).get(0);
        Claim otherFence = new Claim(held.job(), held.worker(), held.fence() + 1, held.token());
        Claim otherToken = new Claim(held.job(), held.worker(), held.fence(), UUID.randomUUID());
        FinishedJob own = measured(held);

        assertThat(store.unitOfWork()
                        .completeAll(List.of(measured(otherFence), own, measured(otherToken), measured(held))))
                .containsExactly(Settlement.STALE, Settlement.DONE, Settlement.STALE, Settlement.STALE);

        assertThat(metrics(store, held.jobId()))
                .extracting(Metric::id)
                .containsExactly(own.output().metrics().get(0).id());
    }

    @Test
    default void whatIsThereAlreadyStaysAsItIs(Persistence store) {
        Claim claim = claimed(store, 1).get(0);
        NewMetric metric = NewMetric.of(claim.jobId(), "render", Duration.ofMillis(1));
        NewLogEntry entry = NewLogEntry.of(claim.jobId(), "render", LogStatus.NOTE);
        store.journal().measure(metric);
        store.journal().log(entry);
        JobOutput again = JobOutput.NONE
                .measure(NewMetric.of(claim.jobId(), "upload", Duration.ofMillis(2))
                        .id(metric.id()))
                .log(entry.message("later"));

        assertThat(store.unitOfWork().completeAll(List.of(new FinishedJob(claim, again))))
                .containsExactly(Settlement.DONE);

        assertThat(metrics(store, claim.jobId())).extracting(Metric::stage).containsExactly("render");
        assertThat(entries(store, claim.jobId())).extracting(LogEntry::message).containsOnlyNulls();
    }

    @Test
    default void whatOneIsRefusedLeavesNothingOfAny(Persistence store) {
        List<Claim> claims = claimed(store, 3);
        FindingId taken = FindingId.next();
        store.analysis().add(List.of(Found.of(claims.get(2).jobId(), FindingKind.CLIP, taken, Found.RANGE, 0)));
        FinishedJob refused = new FinishedJob(
                claims.get(1),
                JobOutput.NONE.add(List.of(Found.of(claims.get(1).jobId(), FindingKind.CLIP, taken, Found.RANGE, 0))));

        assertThatThrownBy(() -> store.unitOfWork().completeAll(List.of(measured(claims.get(0)), refused)))
                .isInstanceOf(StoreConflictException.class)
                .hasMessageContaining(taken.toString());

        assertThat(brought(store, claims.get(0))).isZero();
        assertThat(store.jobs().count(JobFilter.all().status(JobStatus.RUNNING)))
                .isEqualTo(3);
    }

    @Test
    default void whatIsTooMuchForOneCallIsRefusedThoughEachAloneWouldNotBe(Persistence store) {
        List<Claim> claims = claimed(store, 2);
        List<FinishedJob> jobs = claims.stream()
                .map(claim -> new FinishedJob(
                        claim,
                        new JobOutput(
                                null,
                                List.of(),
                                Stream.generate(() -> NewMetric.of(claim.jobId(), "render", Duration.ZERO))
                                        .limit(50_001)
                                        .toList(),
                                List.of())))
                .toList();

        assertThatThrownBy(() -> store.unitOfWork().completeAll(jobs))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("number of journal records");

        assertThat(brought(store, claims.get(0))).isZero();
        assertThat(store.jobs().count(JobFilter.all().status(JobStatus.RUNNING)))
                .isEqualTo(2);
    }

    @Test
    default void itGoesWithTheUnitItIsIn(Persistence store) {
        List<Claim> claims = claimed(store, 2);
        List<FinishedJob> jobs = List.of(measured(claims.get(0)), measured(claims.get(1)));

        assertThatThrownBy(() -> store.unitOfWork().run(stores -> {
                    assertThat(store.unitOfWork().completeAll(jobs)).containsOnly(Settlement.DONE);
                    assertThat(metrics(stores, claims.get(0).jobId())).hasSize(1);
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(brought(store, claims.get(0))).isZero();
        assertThat(store.unitOfWork().completeAll(jobs)).containsOnly(Settlement.DONE);
        assertThat(brought(store, claims.get(0))).isEqualTo(1);
    }

    @Test
    default void nothingIsDoneForNoJobs(Persistence store) {
        assertThat(store.unitOfWork().completeAll(List.of())).isEmpty();
    }

    @Test
    default void ofManyWhoFinishTheSameInAnyOrderEachJobBringsItsOwnOnce(Persistence store) {
        List<Claim> claims = claimed(store, 40);

        List<List<Settlement>> answers = Racers.race(6, number -> {
            List<Claim> mixed = new ArrayList<>(claims);
            Collections.shuffle(mixed, new Random(number));
            return Again.whileSafe(() -> store.unitOfWork()
                    .completeAll(mixed.stream().map(JobOutputContract::measured).toList()));
        });

        assertThat(answers.stream().flatMap(List::stream).filter(Settlement.DONE::equals))
                .hasSize(40);
        assertThat(claims).allSatisfy(claim -> assertThat(brought(store, claim)).isEqualTo(1));
    }

    private static FinishedJob measured(Claim claim) {
        return new FinishedJob(
                claim, JobOutput.NONE.measure(NewMetric.of(claim.jobId(), "render", Duration.ofMillis(1))));
    }

    private static FinishedJob logged(Claim claim) {
        return new FinishedJob(claim, JobOutput.NONE.log(NewLogEntry.of(claim.jobId(), "render", LogStatus.COMPLETED)));
    }

    private static FinishedJob found(Claim claim) {
        return new FinishedJob(claim, JobOutput.NONE.add(List.of(Found.of(claim.jobId(), FindingKind.CLIP))));
    }

    private static long brought(Persistence store, Claim claim) {
        return metrics(store, claim.jobId()).size() + Found.count(store, claim.jobId());
    }

    private static List<LogEntry> entries(Stores store, JobId job) {
        return store.journal()
                .entries(JournalQuery.oldestFirst(JournalFilter.of(job)), Set.of())
                .records();
    }

    private static List<Metric> metrics(Stores store, JobId job) {
        return store.journal()
                .metrics(JournalQuery.oldestFirst(JournalFilter.of(job)))
                .records();
    }

    private static List<Claim> claimed(Persistence store, int jobs) {
        store.jobs().createAll(Given.jobs(jobs));
        return store.claims().claim(Given.request(WorkerId.next()).limit(jobs));
    }
}
