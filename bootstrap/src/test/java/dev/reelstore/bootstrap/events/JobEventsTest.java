package dev.reelstore.bootstrap.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.api.WSMessage;
import dev.reelstore.application.api.WSProgressUpdate;
import dev.reelstore.application.events.JobUpdate;
import dev.reelstore.bootstrap.facade.TestDatabases;
import dev.reelstore.domain.Signals.Subscription;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JobEventsTest {

    static Stream<Named<Reelstore>> stores() {
        return EachStore.stores();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aWatcherIsToldTheStateAsItIsAndEveryChangeUntilTheJobIsDeleted(Reelstore reelstore) throws Exception {
        try (reelstore) {
            Job job = reelstore.jobs().create(job());
            Seen seen = new Seen();
            try (Subscription watching = reelstore.events().watch(job.id(), seen)) {
                assertThat(seen.next().job().status()).isEqualTo(JobStatus.QUEUED);
                Claim claim = claim(reelstore);
                assertThat(seen.next().job().status()).isEqualTo(JobStatus.RUNNING);
                reelstore.claims().progress(claim, new StageProgress("transcription", 50, 30, "a third"));
                assertThat(seen.next().progress().percent()).isEqualTo(30);
                reelstore.claims().complete(claim, null);
                JobUpdate last = seen.next();
                assertThat(last.job().status()).isEqualTo(JobStatus.COMPLETED);
                assertThat(last.progress().percent()).isEqualTo(100);
                reelstore.jobs().delete(job.id());
                seen.mustBeDeleted(job.id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void whatWasRolledBackIsNeverTold(Reelstore reelstore) throws Exception {
        try (reelstore) {
            Job job = reelstore.jobs().create(job());
            Claim claim = claim(reelstore);
            Seen seen = new Seen();
            try (Subscription watching = reelstore.events().watch(job.id(), seen)) {
                assertThat(seen.next().job().status()).isEqualTo(JobStatus.RUNNING);
                try (UnitHandle unit = reelstore.unitOfWork().open(UnitOptions.DEFAULT)) {
                    unit.stores().claims().complete(claim, null);
                }
                reelstore.claims().progress(claim, new StageProgress("encode", 1, 5, null));
                assertThat(seen.next().job().status()).isEqualTo(JobStatus.RUNNING);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void staleProgressIsRefusedAndNotTold(Reelstore reelstore) throws Exception {
        try (reelstore) {
            Job job = reelstore.jobs().create(job());
            Claim old = claim(reelstore);
            reelstore.claims().progress(old, new StageProgress("encode", 1, 40, null));
            reelstore.claims().release(old);
            Claim current = claim(reelstore);
            Seen seen = new Seen();
            try (Subscription watching = reelstore.events().watch(job.id(), seen)) {
                assertThat(seen.next().progress().percent()).isEqualTo(40);
                assertThat(reelstore.claims().progress(old, new StageProgress("encode", 1, 10, null)))
                        .isEqualTo(Settlement.STALE);
                reelstore.claims().progress(current, new StageProgress("encode", 1, 50, null));
                assertThat(seen.next().progress().percent()).isEqualTo(50);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void whoWatchesAllIsToldOfJobsThatDidNotExistYet(Reelstore reelstore) throws Exception {
        try (reelstore) {
            Seen seen = new Seen();
            Job first = reelstore.jobs().create(job());
            Seen one = new Seen();
            try (Subscription all = reelstore.events().watchAll(seen);
                    Subscription known = reelstore.events().watch(first.id(), one)) {
                one.next();
                seen.all();
                Job second = reelstore.jobs().create(job());
                assertThat(seen.next().job()).isEqualTo(second);
                assertThat(one.all()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void anObserverThatThrowsHarmsNobodyAndMayEndItself(Reelstore reelstore) throws Exception {
        try (reelstore) {
            Job job = reelstore.jobs().create(job());
            Seen seen = new Seen();
            Subscription[] own = new Subscription[1];
            try (Subscription broken = reelstore.events().watch(job.id(), update -> {
                        throw new IllegalStateException("broken");
                    });
                    Subscription worse = reelstore.events().watch(job.id(), update -> {
                        throw new AssertionError("worse");
                    });
                    Subscription watching = reelstore.events().watch(job.id(), seen)) {
                own[0] = reelstore.events().watchAll(update -> own[0].close());
                seen.next();
                reelstore.jobs().cancel(job.id());
                assertThat(seen.next().job().status()).isEqualTo(JobStatus.CANCELLED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void nothingIsToldAfterTheEnd(Reelstore reelstore) throws Exception {
        Seen ended = new Seen();
        try (reelstore) {
            Job job = reelstore.jobs().create(job());
            Subscription watching = reelstore.events().watch(job.id(), ended);
            ended.next();
            watching.close();
            watching.close();
            Seen seen = new Seen();
            try (Subscription other = reelstore.events().watch(job.id(), seen)) {
                seen.next();
                reelstore.jobs().cancel(job.id());
                seen.next();
            }
            assertThat(ended.all()).isEqualTo(List.of());
        }
        assertThatThrownBy(() -> reelstore.events().watchAll(ended)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aSocketGetsPlainRecords(Reelstore reelstore) throws Exception {
        try (reelstore) {
            Job job = reelstore.jobs().create(job());
            reelstore.claims().progress(claim(reelstore), new StageProgress("transcription", 1, 12.5, "one eighth"));
            Seen seen = new Seen();
            try (Subscription watching = reelstore.events().watch(job.id(), seen)) {
                WSMessage<WSProgressUpdate> message = WSMessage.progress(seen.next());
                assertThat(message.type()).isEqualTo("progress");
                assertThat(message.jobId()).isEqualTo(job.id().toString());
                assertThat(message.data().status()).isEqualTo("running");
                assertThat(message.data().stage()).isEqualTo("transcription");
                assertThat(message.data().progressPercent()).isEqualTo(12.5);
                assertThat(message.data().message()).isEqualTo("one eighth");
                assertThat(message.data().etaSeconds()).isNotNegative();
            }
        }
    }

    @Test
    void aHintThatWasLostCostsNoMoreThanOnePoll() throws Exception {
        TestDatabases.clear();
        try (Reelstore reelstore = Reelstore.on(TestDatabases.borrowing())) {
            Job job = reelstore.jobs().create(job());
            Seen seen = new Seen();
            try (Subscription watching = reelstore.events().watch(job.id(), seen)) {
                seen.next();
                TestDatabases.execute("DELETE FROM reelstore.watcher");
                reelstore.jobs().cancel(job.id());
                assertThat(seen.next().job().status()).isEqualTo(JobStatus.CANCELLED);
            }
        }
    }

    private static NewJob job() {
        return NewJob.of("encode", new Target("file", "a.mp4"));
    }

    private static Claim claim(Reelstore reelstore) {
        return reelstore
                .claims()
                .claim(ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of("encode")))
                .get(0);
    }
}
