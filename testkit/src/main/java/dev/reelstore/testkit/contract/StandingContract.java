package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Duty;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStanding;
import dev.reelstore.domain.job.JobStanding.Reason;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Why a job stands where it stands, as told to whoever asks. */
public interface StandingContract extends Contract {

    @Test
    default void whatIsNotThereHasNoReason(Persistence store) {
        assertThat(store.jobs().explain(JobId.next())).isEmpty();
    }

    @Test
    default void aStandingTellsTheJobAndWhenThatWas(Persistence store) {
        Job job = store.jobs().create(Given.job());
        Instant before = store.now();

        JobStanding standing = store.jobs().explain(job.id()).orElseThrow();

        assertThat(standing.job()).isEqualTo(job);
        assertThat(standing.at()).isBetween(before, store.now());
    }

    @Test
    default void aDueJobThatNobodyTakesIsUnserved(Persistence store) {
        NewJob job = Given.job().queue("night");
        store.jobs().create(job);
        idle(store, Duty.of("night", List.of("probe")));
        idle(store, Duty.of("day", List.of(Given.TYPE)));
        store.claims().heartbeat(HeartbeatRequest.of(WorkerId.next(), Given.LEASE, List.of()));

        assertThat(reason(store, job.id())).isEqualTo(new JobStanding.Unserved());
    }

    @Test
    default void anIdleWorkerIsKnownByItsHeartbeat(Persistence store) {
        NewJob job = Given.job();
        store.jobs().create(job);
        idle(store, Duty.of(job.queue(), List.of("probe", job.type())));
        idle(store, Duty.of(job.queue(), List.of(job.type())));

        assertThat(reason(store, job.id())).isEqualTo(new JobStanding.InLine(2, 0, null));
    }

    @Test
    default void whatAWorkerClaimsIsKnownFromTheClaimThatOpensItsLease(Persistence store) {
        NewJob job = Given.job().queue("night");
        store.claims().claim(ClaimRequest.of(WorkerId.next(), "night", List.of("probe", job.type())));
        store.jobs().create(job);

        assertThat(reason(store, job.id())).isEqualTo(new JobStanding.InLine(1, 0, null));
    }

    @Test
    default void aHeartbeatWithoutADutyLeavesTheOldOneAndAnotherReplacesIt(Persistence store) {
        NewJob job = Given.job();
        store.jobs().create(job);
        WorkerId worker = idle(store, Duty.of(job.queue(), List.of(job.type())));

        store.claims().heartbeat(HeartbeatRequest.of(worker, Given.LEASE, List.of()));
        assertThat(reason(store, job.id())).isEqualTo(new JobStanding.InLine(1, 0, null));

        store.claims()
                .heartbeat(HeartbeatRequest.of(worker, Given.LEASE, List.of())
                        .duty(Duty.of(job.queue(), List.of("probe"))));
        assertThat(reason(store, job.id())).isEqualTo(new JobStanding.Unserved());
    }

    @Test
    default void aWorkerThatRetiredOrWasNotHeardOfTakesNothing(Fixture fixture) {
        Persistence store = fixture.persistence();
        NewJob job = Given.job();
        store.jobs().create(job);
        Duty duty = Duty.of(job.queue(), List.of(job.type()));

        store.claims().retire(idle(store, duty));
        assertThat(reason(store, job.id())).isEqualTo(new JobStanding.Unserved());

        WorkerId cutOff = idle(store, duty);
        fixture.advance(Given.LEASE);
        assertThat(reason(store, job.id())).isEqualTo(new JobStanding.Unserved());

        store.claims().rescue();
        store.claims()
                .heartbeat(HeartbeatRequest.of(cutOff, Given.LEASE, List.of()).duty(duty));
        assertThat(reason(store, job.id())).isEqualTo(new JobStanding.InLine(1, 0, null));
    }

    @Test
    default void aJobIsBehindThoseOfItsQueueThatItsWorkersTakeFirst(Persistence store) {
        Instant now = store.now();
        store.jobs().create(other("before").runAt(now.minusSeconds(20)));
        NewJob urgent = other("urgent").priority(-1);
        store.jobs().create(urgent);
        NewJob probe = NewJob.of("probe", new Target("film", "probe")).runAt(now.minusSeconds(15));
        store.jobs().create(probe);
        NewJob job = Given.job().runAt(now.minusSeconds(10));
        store.jobs().create(job);
        store.jobs().create(other("after").runAt(now.minusSeconds(5)));
        store.jobs().create(other("lax").priority(1).runAt(now.minusSeconds(30)));
        store.jobs().create(other("elsewhere").queue("night").priority(-2));
        store.jobs().create(other("later").priority(-2).runAt(now.plus(Duration.ofDays(1))));
        store.jobs().create(NewJob.of("unknown", new Target("film", "x")).priority(-3));
        idle(store, Duty.of(job.queue(), List.of(Given.TYPE)));

        assertThat(reason(store, job.id())).isEqualTo(new JobStanding.InLine(1, 2, urgent.id()));

        idle(store, Duty.of(job.queue(), List.of(Given.TYPE, "probe")));
        assertThat(reason(store, job.id())).isEqualTo(new JobStanding.InLine(2, 3, urgent.id()));
        assertThat(reason(store, urgent.id())).isEqualTo(new JobStanding.InLine(2, 0, null));

        store.claims().claim(Given.request(WorkerId.next()));
        assertThat(reason(store, job.id()))
                .asInstanceOf(InstanceOfAssertFactories.type(JobStanding.InLine.class))
                .extracting(JobStanding.InLine::workers, JobStanding.InLine::ahead)
                .containsExactly(3, 2);
    }

    @Test
    default void aJobWhoseTimeHasJustComeCountsThoughNoClaimHasSeenIt(Fixture fixture) {
        Persistence store = fixture.persistence();
        Instant now = store.now().truncatedTo(ChronoUnit.MICROS);
        NewJob scheduled = other("scheduled").runAt(now.plusSeconds(10));
        NewJob job = Given.job().runAt(now.plusSeconds(11));
        store.jobs().createAll(List.of(scheduled, job));
        idle(store, Duty.of(job.queue(), List.of(job.type())));

        assertThat(reason(store, job.id())).isEqualTo(new JobStanding.Scheduled(now.plusSeconds(11)));
        fixture.advance(Duration.ofSeconds(15));
        assertThat(reason(store, job.id())).isEqualTo(new JobStanding.InLine(1, 1, scheduled.id()));
    }

    @Test
    default void aFailedAttemptIsFollowedByAWaitThatTellsItsError(Persistence store) {
        Claim claim = Given.claimed(store);
        store.claims().fail(claim, JobFailure.retryAfter(Duration.ofHours(1), "no space"));

        assertThat(reason(store, claim.jobId()))
                .isEqualTo(new JobStanding.BackingOff(
                        store.jobs().get(claim.jobId()).runAt(), 1, "no space"));
    }

    @Test
    default void aRunningJobIsHeldWhileTheLeaseHoldsAndThenOrphaned(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        Instant until = Objects.requireNonNull(store.jobs().get(claim.jobId()).leaseUntil());

        assertThat(reason(store, claim.jobId())).isEqualTo(new JobStanding.Held(claim.worker(), until));
        fixture.advance(Given.LEASE);
        assertThat(reason(store, claim.jobId())).isEqualTo(new JobStanding.Orphaned(claim.worker(), until));
    }

    @Test
    default void aFinishedJobTellsHowAndWhenItEnded(Persistence store) {
        Job failed = Given.jobIn(store, JobStatus.FAILED, Given.job());
        Job cancelled = Given.jobIn(store, JobStatus.CANCELLED, Given.job());
        Job completed = Given.jobIn(store, JobStatus.COMPLETED, Given.job());

        assertThat(reason(store, failed.id()))
                .isEqualTo(new JobStanding.Failed(Objects.requireNonNull(failed.finishedAt()), 1, "broken"));
        assertThat(reason(store, cancelled.id()))
                .isEqualTo(new JobStanding.Cancelled(Objects.requireNonNull(cancelled.finishedAt())));
        assertThat(reason(store, completed.id()))
                .isEqualTo(new JobStanding.Completed(Objects.requireNonNull(completed.finishedAt())));
    }

    @Test
    default void aUnitExplainsWhatItWroteItself(Persistence store) {
        NewJob job = Given.job();
        store.unitOfWork().run(stores -> {
            stores.jobs().create(job);
            assertThat(reason(stores, job.id())).isEqualTo(new JobStanding.Unserved());
        });
    }

    @Test
    default void aDutyNamesAQueueAndAtLeastOneType(Persistence store) {
        assertThat(Duty.of("q", List.of("b", "a", "b")).types()).containsExactly("a", "b");
        assertThatThrownBy(() -> Duty.of("q", List.of())).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> Duty.of("", List.of("a"))).isInstanceOf(InvalidDataException.class);
    }

    private static NewJob other(String film) {
        return NewJob.of(Given.TYPE, new Target("film", film));
    }

    private static WorkerId idle(Stores stores, Duty duty) {
        WorkerId worker = WorkerId.next();
        stores.claims()
                .heartbeat(HeartbeatRequest.of(worker, Given.LEASE, List.of()).duty(duty));
        return worker;
    }

    private static Reason reason(Stores stores, JobId id) {
        return stores.jobs().explain(id).orElseThrow().reason();
    }
}
