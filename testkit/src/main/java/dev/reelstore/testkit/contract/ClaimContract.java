package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Claiming: which jobs a worker gets, in which order, and what a claim says (G3). */
public interface ClaimContract extends Contract {

    @Test
    default void aClaimedJobRunsItsFirstAttemptUnderTheWorkersLease(Persistence store) {
        Job created = store.jobs().create(Given.job());
        WorkerId worker = WorkerId.next();
        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);
        Claim claim = Given.claim(store, worker);
        Instant after = store.now();
        Job job = claim.job();

        assertThat(claim.jobId()).isEqualTo(created.id());
        assertThat(claim.worker()).isEqualTo(worker);
        assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(job.worker()).isEqualTo(worker);
        assertThat(job.startedAt()).isBetween(before, after);
        assertThat(job.leaseUntil()).isBetween(before.plus(Given.LEASE), after.plus(Given.LEASE));
        assertThat(job.createdAt()).isEqualTo(created.createdAt());
        assertThat(job.runAt()).isEqualTo(created.runAt());
        assertThat(store.jobs().get(created.id())).isEqualTo(job);
    }

    @Test
    default void nothingDueIsAnEmptyAnswer(Persistence store) {
        assertThat(store.claims().claim(Given.request(WorkerId.next()))).isEmpty();
    }

    @Test
    default void claimsGoByPriorityThenRunAtThenId(Persistence store) {
        Instant due = store.now().minusSeconds(100);
        JobId lowestId = new JobId(new UUID(0x7FFF_0000_0000_7000L, 0x8000_0000_0000_0000L));
        JobId middleId = new JobId(new UUID(0x8000_0000_0000_7000L, 0x8000_0000_0000_0000L));
        JobId highestId = new JobId(new UUID(0x8000_0000_0000_7000L, 0xBFFF_0000_0000_0000L));
        JobId urgent = store.jobs().create(Given.job().priority(-5)).id();
        store.jobs().create(Given.job().id(highestId).runAt(due));
        store.jobs().create(Given.job().id(lowestId).runAt(due));
        JobId early =
                store.jobs().create(Given.job().runAt(due.minusSeconds(1))).id();
        store.jobs().create(Given.job().id(middleId).runAt(due));
        JobId late = store.jobs().create(Given.job().runAt(due.plusSeconds(1))).id();
        JobId unimportant = store.jobs()
                .create(Given.job().priority(1).runAt(due.minusSeconds(50)))
                .id();

        List<Claim> claims = store.claims().claim(Given.request(WorkerId.next()).limit(10));

        assertThat(claims)
                .extracting(Claim::jobId)
                .containsExactly(urgent, early, lowestId, middleId, highestId, late, unimportant);
    }

    @Test
    default void aBatchHoldsTheFirstInOrderUpToTheLimit(Persistence store) {
        Instant due = store.now().minusSeconds(100);
        List<JobId> inOrder = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            // the later in order, the earlier due and created first: only the priority puts it behind
            NewJob job = Given.job().priority(9 - i).runAt(due.plusSeconds(i));
            inOrder.add(0, store.jobs().create(job).id());
        }
        WorkerId worker = WorkerId.next();

        for (List<JobId> batch : List.of(inOrder.subList(0, 4), inOrder.subList(4, 8), inOrder.subList(8, 10))) {
            assertThat(store.claims().claim(Given.request(worker).limit(4)))
                    .extracting(Claim::jobId)
                    .containsExactlyElementsOf(batch);
        }
        assertThat(store.claims().claim(Given.request(worker).limit(4))).isEmpty();
    }

    @Test
    default void onlyTheTypesAskedForAreClaimed(Persistence store) {
        store.jobs().create(NewJob.of("probe", Given.job().target()).priority(-1));
        store.jobs().create(Given.job());
        store.jobs().create(NewJob.of("publish", Given.job().target()));
        WorkerId worker = WorkerId.next();

        assertThat(store.claims().claim(Given.request(worker).limit(5)))
                .extracting(claim -> claim.job().type())
                .containsExactly(Given.TYPE);
        assertThat(store.claims()
                        .claim(ClaimRequest.of(worker, NewJob.DEFAULT_QUEUE, List.of("publish", "probe", "other"))
                                .limit(5)))
                .extracting(claim -> claim.job().type())
                .containsExactly("probe", "publish");
    }

    @Test
    default void onlyTheQueueAskedForIsClaimedFrom(Persistence store) {
        store.jobs().create(Given.job().queue("night"));
        WorkerId worker = WorkerId.next();

        assertThat(store.claims().claim(Given.request(worker))).isEmpty();
        assertThat(store.claims().claim(ClaimRequest.of(worker, "night", List.of(Given.TYPE))))
                .hasSize(1);
    }

    @Test
    default void ofThoseThatWaitOnlyTheOnesWhoseTimeHasComeAreClaimedAndTheyTakeTheirPlace(Fixture fixture) {
        Persistence store = fixture.persistence();
        Instant now = store.now();
        store.jobs().create(Given.job().runAt(now.plus(Duration.ofHours(5))));
        JobId waiting =
                store.jobs().create(Given.job().runAt(now.minusSeconds(5))).id();
        JobId soon = store.jobs()
                .create(Given.job().priority(-1).runAt(now.plus(Duration.ofMinutes(5))))
                .id();
        fixture.advance(Duration.ofHours(1));

        assertThat(store.claims().claim(Given.request(WorkerId.next()).limit(5)))
                .extracting(Claim::jobId)
                .containsExactly(soon, waiting);
    }

    @Test
    default void aJobIsNotClaimedBeforeItsRunAt(Fixture fixture) {
        Persistence store = fixture.persistence();
        NewJob job = Given.job().runAt(store.now().plusSeconds(60));
        store.jobs().create(job);

        assertThat(store.claims().claim(Given.request(WorkerId.next()))).isEmpty();
        fixture.advance(Duration.ofSeconds(61));
        assertThat(Given.claim(store, WorkerId.next()).jobId()).isEqualTo(job.id());
    }

    @Test
    default void jobsThatOthersHoldAreSkipped(Persistence store) {
        Given.claimed(store);

        assertThat(store.claims().claim(Given.request(WorkerId.next()))).isEmpty();
    }

    @Test
    default void jobsThatOthersAreJustTakingAreSkippedWithoutWaiting(Persistence store) {
        JobId first = store.jobs().create(Given.job().priority(0)).id();
        JobId second = store.jobs().create(Given.job().priority(1)).id();

        store.unitOfWork().run(stores -> {
            Claim taking = stores.claims().claim(Given.request(WorkerId.next())).get(0);
            List<Claim> elsewhere = Elsewhere.call(
                    () -> store.claims().claim(Given.request(WorkerId.next()).limit(2)));

            assertThat(taking.jobId()).isEqualTo(first);
            assertThat(elsewhere).extracting(Claim::jobId).containsExactly(second);
        });
    }

    @Test
    default void aClaimInAUnitThatIsRolledBackNeverWas(Persistence store) {
        Job created = store.jobs().create(Given.job());

        store.unitOfWork().run(outer -> {
            try {
                outer.runNested(stores -> {
                    Given.claim(stores, WorkerId.next());
                    throw new IllegalStateException("undo");
                });
            } catch (IllegalStateException undone) {
                assertThat(outer.jobs().get(created.id())).isEqualTo(created);
            }
        });

        assertThat(store.jobs().get(created.id())).isEqualTo(created);
        assertThat(Given.claim(store, WorkerId.next()).job().attempt()).isEqualTo(1);
    }

    @Test
    default void eachClaimOfAJobHasTheNextFenceAndATokenOfItsOwn(Persistence store) {
        Claim first = Given.claimed(store);
        store.claims().release(first);
        Claim second = Given.claim(store, WorkerId.next());
        store.claims().release(second);
        Claim third = Given.claim(store, first.worker());

        assertThat(second.fence()).isEqualTo(first.fence() + 1);
        assertThat(third.fence()).isEqualTo(second.fence() + 1);
        assertThat(List.of(first.token(), second.token(), third.token())).doesNotHaveDuplicates();
    }

    /** Who tells claims by their tokens alone is to notice it in memory, and not in production. */
    @Test
    default void jobsThatAreClaimedTogetherShareATokenAndTheNextCallHasAnother(Persistence store) {
        store.jobs().createAll(Given.jobs(4));
        WorkerId worker = WorkerId.next();
        List<Claim> first = store.claims().claim(Given.request(worker).limit(2));
        List<Claim> second = store.claims().claim(Given.request(worker).limit(2));

        assertThat(first)
                .hasSize(2)
                .extracting(Claim::token)
                .containsOnly(first.get(0).token());
        assertThat(second)
                .hasSize(2)
                .extracting(Claim::token)
                .containsOnly(second.get(0).token());
        assertThat(second.get(0).token()).isNotEqualTo(first.get(0).token());
    }

    @Test
    default void finishedJobsAreNotClaimed(Persistence store) {
        store.claims().complete(Given.claimed(store), null);
        store.jobs().cancel(store.jobs().create(Given.job()).id());

        assertThat(store.claims().claim(Given.request(WorkerId.next()))).isEmpty();
    }
}
