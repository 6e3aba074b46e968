package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many completions in one commit: each is what it would be alone. */
public interface SettlementBatchContract extends Contract {

    @Test
    default void eachOfManyIsCompletedAsItWouldBeAlone(Persistence store) {
        List<Claim> claims = claimed(store, 900);
        store.claims().complete(claims.get(0), new JsonDocument("0"));
        List<Completion> completions = IntStream.range(1, claims.size())
                .mapToObj(i -> new Completion(claims.get(i), i % 3 == 0 ? null : new JsonDocument("" + i)))
                .toList();

        assertThat(store.claims().completeAll(completions)).hasSize(899).containsOnly(Settlement.DONE);

        assertThat(store.jobs().count(JobFilter.all().status(JobStatus.COMPLETED)))
                .isEqualTo(900);
        Job alone = store.jobs().get(claims.get(0).jobId());
        for (int i : List.of(1, 2, 3, 450, 899)) {
            Job job = store.jobs().get(claims.get(i).jobId());
            assertThat(Fields.changed(alone, job))
                    .isSubsetOf(
                            "id",
                            "target.type",
                            "target.id",
                            "result",
                            "createdAt",
                            "startedAt",
                            "finishedAt",
                            "runAt");
            assertThat(job.result()).isEqualTo(i % 3 == 0 ? null : new JsonDocument("" + i));
            assertThat(job.startedAt()).isEqualTo(claims.get(i).job().startedAt());
            assertThat(job.finishedAt()).isBetween(alone.finishedAt(), store.now());
        }
    }

    @Test
    default void aStaleClaimIsStaleAloneWhereverItStands(Persistence store) {
        List<Claim> claims = claimed(store, 7);
        store.claims().release(claims.get(1));
        store.jobs().cancel(claims.get(2).jobId());
        store.jobs().delete(claims.get(3).jobId());
        store.claims().complete(claims.get(4), null);
        Claim fifth = claims.get(5);
        Claim otherFence = new Claim(fifth.job(), fifth.worker(), fifth.fence() + 1, fifth.token());
        Claim otherToken = new Claim(fifth.job(), fifth.worker(), fifth.fence(), UUID.randomUUID());

        List<Settlement> answers = store.claims()
                .completeAll(completions(List.of(
                        claims.get(1),
                        claims.get(0),
                        claims.get(2),
                        otherFence,
                        claims.get(3),
                        otherToken,
                        claims.get(4),
                        claims.get(6))));

        assertThat(answers)
                .containsExactly(
                        Settlement.STALE,
                        Settlement.DONE,
                        Settlement.STALE,
                        Settlement.STALE,
                        Settlement.STALE,
                        Settlement.STALE,
                        Settlement.STALE,
                        Settlement.DONE);
        assertThat(store.jobs().get(fifth.jobId())).isEqualTo(fifth.job());
        assertThat(store.jobs().get(claims.get(1).jobId()).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(store.jobs().get(claims.get(2).jobId()).status()).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    default void whatIsNamedTwiceIsDoneOnce(Persistence store) {
        List<Claim> claims = claimed(store, 2);
        Claim stale = new Claim(
                claims.get(0).job(), claims.get(0).worker(), claims.get(0).fence(), UUID.randomUUID());

        List<Settlement> answers =
                store.claims().completeAll(completions(List.of(stale, claims.get(0), claims.get(1), claims.get(0))));

        assertThat(answers).containsExactly(Settlement.STALE, Settlement.DONE, Settlement.DONE, Settlement.STALE);
        assertThat(store.claims().completeAll(List.of())).isEmpty();
    }

    @Test
    default void aStaleClaimDoesNotTakeTheTurnOfOneThatHoldsAndSharesItsToken(Persistence store) {
        Claim held = claimed(store, 1).get(0);
        Claim other = claimed(store, 1).get(0);
        Claim otherFence = new Claim(held.job(), held.worker(), held.fence() + 1, held.token());
        Claim otherJob = new Claim(other.job(), held.worker(), held.fence(), held.token());

        assertThat(store.claims().completeAll(completions(List.of(otherFence, otherJob, held, otherFence))))
                .containsExactly(Settlement.STALE, Settlement.STALE, Settlement.DONE, Settlement.STALE);
    }

    @Test
    default void manyGoWithTheUnitTheyAreIn(Persistence store) {
        List<Claim> claims = claimed(store, 3);

        assertThatThrownBy(() -> store.unitOfWork().run(stores -> {
                    assertThat(stores.claims().completeAll(completions(claims))).containsOnly(Settlement.DONE);
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(store.claims().completeAll(completions(claims))).containsOnly(Settlement.DONE);
    }

    @Test
    default void manyWaitForAUnitUnderOneOfTheirClaims(Persistence store) {
        List<Claim> claims = claimed(store, 3);
        Elsewhere<List<Settlement>> together = Elsewhere.of(() -> store.claims().completeAll(completions(claims)));

        store.unitOfWork().under(claims.get(1), stores -> {
            together.start();
            together.mustStillWaitAfter(Duration.ofMillis(100));
            return stores.claims().complete(claims.get(1), null);
        });

        assertThat(together.answer()).containsExactly(Settlement.DONE, Settlement.STALE, Settlement.DONE);
    }

    @Test
    default void ofManyWhoCompleteTheSameInAnyOrderEachJobIsDoneOnce(Persistence store) {
        List<Claim> claims = claimed(store, 60);

        List<List<Settlement>> answers = Racers.race(8, number -> {
            List<Claim> mixed = new ArrayList<>(claims);
            Collections.shuffle(mixed, new Random(number));
            return Again.whileSafe(() -> store.claims().completeAll(completions(mixed)));
        });

        assertThat(answers.stream().flatMap(List::stream).filter(Settlement.DONE::equals))
                .hasSize(60);
        assertThat(store.jobs().count(JobFilter.all().status(JobStatus.COMPLETED)))
                .isEqualTo(60);
    }

    private static List<Claim> claimed(Persistence store, int jobs) {
        store.jobs().createAll(Given.jobs(jobs));
        return store.claims().claim(Given.request(WorkerId.next()).limit(jobs));
    }

    private static List<Completion> completions(List<Claim> claims) {
        return claims.stream().map(claim -> new Completion(claim, null)).toList();
    }
}
