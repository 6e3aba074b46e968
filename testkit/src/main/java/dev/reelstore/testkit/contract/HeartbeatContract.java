package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Heartbeat;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.HeartbeatRequest.Report;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a heartbeat tells a worker, and what it brings along (G6). */
public interface HeartbeatContract extends Contract {

    @ParameterizedTest
    @EnumSource(Loss.class)
    default void aClaimThatWasLostIsNamedAndOthersAreNot(Loss loss, Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim lost = Given.claimed(store);
        loss.happenTo(lost, fixture);
        store.jobs().create(Given.job().queue("kept"));
        Claim kept = store.claims()
                .claim(new ClaimRequest(lost.worker(), "kept", List.of(Given.TYPE), 1, Given.LEASE))
                .get(0);

        Heartbeat heartbeat = beat(store, lost.worker(), List.of(kept, lost));

        assertThat(heartbeat.lost()).containsExactly(lost);
    }

    @Test
    default void aClaimWithAnotherFenceOrTokenIsLost(Persistence store) {
        Claim claim = Given.claimed(store);
        Claim otherFence = new Claim(claim.job(), claim.worker(), claim.fence() + 1, claim.token());
        Claim otherToken = new Claim(claim.job(), claim.worker(), claim.fence(), UUID.randomUUID());

        assertThat(beat(store, claim.worker(), List.of(otherToken, claim, otherFence))
                        .lost())
                .containsExactlyInAnyOrder(otherFence, otherToken);
    }

    @Test
    default void theOlderOfTwoClaimsByOneWorkerOnOneJobIsLost(Persistence store) {
        Claim older = Given.claimed(store);
        store.claims().release(older);
        Claim newer = Given.claim(store, older.worker());

        assertThat(beat(store, older.worker(), List.of(older, newer)).lost()).containsExactly(older);
    }

    @Test
    default void manyClaimsAreAnsweredAtOnce(Persistence store) {
        store.jobs().createAll(Given.jobs(300));
        WorkerId worker = WorkerId.next();
        List<Claim> claims = store.claims().claim(Given.request(worker).limit(300));
        List<Claim> cancelled = new ArrayList<>();
        for (int i = 0; i < claims.size(); i += 60) {
            store.jobs().cancel(claims.get(i).jobId());
            cancelled.add(claims.get(i));
        }

        assertThat(beat(store, worker, claims).lost()).containsExactlyInAnyOrderElementsOf(cancelled);
    }

    @Test
    default void theProgressItBringsIsKept(Persistence store) {
        Claim claim = Given.claimed(store);
        StageProgress probe = new StageProgress("probe", 10, 100, "done");
        StageProgress render = new StageProgress("render", 90, 12.5, null);

        store.claims()
                .heartbeat(new HeartbeatRequest(
                        claim.worker(),
                        Given.LEASE,
                        List.of(claim),
                        List.of(new Report(claim, probe), new Report(claim, render)),
                        null));

        assertThat(store.jobs().stages(claim.jobId()))
                .extracting(StageState::progress)
                .containsExactly(probe, render);
    }

    @Test
    default void theLastReportOfAStageCounts(Persistence store) {
        Claim claim = Given.claimed(store);
        StageProgress last = new StageProgress("render", 90, 30, "frame 30");

        store.claims()
                .heartbeat(new HeartbeatRequest(
                        claim.worker(),
                        Given.LEASE,
                        List.of(claim),
                        List.of(
                                new Report(claim, new StageProgress("render", 90, 10, "frame 10")),
                                new Report(claim, new StageProgress("probe", 10, 100, null)),
                                new Report(claim, last)),
                        null));

        assertThat(store.jobs().stages(claim.jobId()))
                .extracting(StageState::progress)
                .containsExactlyInAnyOrder(last, new StageProgress("probe", 10, 100, null));
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    default void progressUnderALostClaimIsNotKeptWhileOtherProgressIs(Loss loss, Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim lost = Given.claimed(store);
        loss.happenTo(lost, fixture);
        JobId keptJob = store.jobs().create(Given.job().queue("kept")).id();
        Claim kept = store.claims()
                .claim(new ClaimRequest(lost.worker(), "kept", List.of(Given.TYPE), 1, Given.LEASE))
                .get(0);
        StageProgress progress = new StageProgress("render", 1, 50, null);

        store.claims()
                .heartbeat(new HeartbeatRequest(
                        lost.worker(),
                        Given.LEASE,
                        List.of(lost, kept),
                        List.of(new Report(lost, progress), new Report(kept, progress)),
                        null));

        assertThat(store.jobs().stages(lost.jobId())).isEmpty();
        assertThat(store.jobs().stages(keptJob))
                .extracting(StageState::progress)
                .containsExactly(progress);
    }

    @Test
    default void aWorkerWithNothingInHandMayBeatToo(Persistence store) {
        assertThat(beat(store, WorkerId.next(), List.of()).lost()).isEmpty();
    }

    private static Heartbeat beat(Persistence store, WorkerId worker, List<Claim> held) {
        return store.claims().heartbeat(HeartbeatRequest.of(worker, Given.LEASE, held));
    }
}
