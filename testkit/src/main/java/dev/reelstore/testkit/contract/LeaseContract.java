package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Heartbeat;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Rescue;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leases: how long a worker's claims hold, in the store's time alone (G6, G10). */
public interface LeaseContract extends Contract {

    @Test
    default void theEndOfALeaseAloneDoesNotMakeAClaimStale(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        fixture.advance(Duration.ofHours(1));

        assertThat(store.jobs().get(claim.jobId())).isEqualTo(claim.job());
        assertThat(store.claims().complete(claim, null)).isEqualTo(Settlement.DONE);
    }

    @Test
    default void nobodyElseGetsAJobWhoseLeaseRanOutUntilItIsRescued(Fixture fixture) {
        Persistence store = fixture.persistence();
        Given.claimed(store);
        fixture.advance(Duration.ofHours(1));

        assertThat(store.claims().claim(Given.request(WorkerId.next()))).isEmpty();
    }

    @Test
    default void aHeartbeatRenewsTheLeaseFromNowOn(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        fixture.advance(Duration.ofSeconds(15));

        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);
        Heartbeat heartbeat = store.claims().heartbeat(beat(claim, Duration.ofSeconds(30)));
        Instant after = store.now();

        assertThat(heartbeat.leaseUntil()).isBetween(before.plusSeconds(30), after.plusSeconds(30));
        assertThat(heartbeat.lost()).isEmpty();
        assertThat(store.jobs().get(claim.jobId()).leaseUntil()).isEqualTo(heartbeat.leaseUntil());
        fixture.advance(Duration.ofSeconds(25));
        assertThat(store.claims().rescue()).isEqualTo(new Rescue(0, 0));
    }

    @Test
    default void aHeartbeatRevivesALeaseThatHasRunOut(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        fixture.advance(Duration.ofHours(1));

        Heartbeat heartbeat = store.claims().heartbeat(beat(claim, Given.LEASE));

        assertThat(heartbeat.lost()).isEmpty();
        assertThat(store.claims().rescue()).isEqualTo(new Rescue(0, 0));
        assertThat(store.jobs().get(claim.jobId()).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(store.claims().complete(claim, null)).isEqualTo(Settlement.DONE);
    }

    @Test
    default void allClaimsOfAWorkerHoldByOneLease(Fixture fixture) {
        Persistence store = fixture.persistence();
        store.jobs().createAll(Given.jobs(2));
        WorkerId worker = WorkerId.next();
        List<Claim> claims = store.claims().claim(Given.request(worker).limit(2));
        fixture.advance(Duration.ofSeconds(10));

        Heartbeat heartbeat = store.claims().heartbeat(HeartbeatRequest.of(worker, Duration.ofMinutes(5), List.of()));

        for (Claim claim : claims) {
            assertThat(store.jobs().get(claim.jobId()).leaseUntil()).isEqualTo(heartbeat.leaseUntil());
        }
    }

    @Test
    default void aClaimLeavesALeaseThatStillHoldsAsItIs(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim first = Given.claimed(store);
        fixture.advance(Duration.ofSeconds(5));
        store.jobs().create(Given.job());

        Claim second = store.claims()
                .claim(Given.request(first.worker()).lease(Duration.ofHours(1)))
                .get(0);

        assertThat(second.job().leaseUntil()).isEqualTo(first.job().leaseUntil());
    }

    @Test
    default void aClaimBeginsANewLeaseWhereTheOldOneHasRunOut(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim first = Given.claimed(store);
        fixture.advance(Duration.ofMinutes(10));
        store.jobs().create(Given.job());

        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);
        Claim second = Given.claim(store, first.worker());

        assertThat(second.job().leaseUntil()).isAfterOrEqualTo(before.plus(Given.LEASE));
        assertThat(store.jobs().get(first.jobId()).leaseUntil())
                .isEqualTo(second.job().leaseUntil());
        assertThat(store.claims().rescue()).isEqualTo(new Rescue(0, 0));
    }

    @Test
    default void leasesAndDueTimesFollowTheStoresClockHoweverFarItIsFromOthers(Fixture fixture) {
        Persistence store = fixture.persistence();
        fixture.advance(Duration.ofDays(3_650));
        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);
        Job created = store.jobs().create(Given.job());
        Claim claim = Given.claim(store, WorkerId.next());

        assertThat(created.createdAt()).isAfterOrEqualTo(before);
        assertThat(claim.job().leaseUntil()).isAfterOrEqualTo(before.plus(Given.LEASE));
        assertThat(store.claims().rescue()).isEqualTo(new Rescue(0, 0));
        fixture.advance(Given.LEASE.plusSeconds(60));
        assertThat(store.claims().rescue()).isEqualTo(new Rescue(1, 0));
    }

    @Test
    default void advancingTheStoresTimeMovesItByThatMuch(Fixture fixture) {
        Persistence store = fixture.persistence();
        Instant before = store.now();
        fixture.advance(Duration.ofHours(7));

        assertThat(store.now()).isBetween(before.plus(Duration.ofHours(7)), before.plus(Duration.ofHours(8)));
    }

    private static HeartbeatRequest beat(Claim claim, Duration lease) {
        return HeartbeatRequest.of(claim.worker(), lease, List.of(claim));
    }
}
