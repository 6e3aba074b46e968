package dev.reelstore.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JobWatchTest {

    private final InMemoryPersistence store = InMemoryPersistence.create();
    private final WorkerId worker = WorkerId.next();
    private final Told told = new Told();
    private final Set<WorkerId> ours = new HashSet<>();
    private final JobWatch watch = new JobWatch(store, told, ours::contains);
    private Job job;

    @BeforeEach
    void create() {
        job = store.jobs().create(NewJob.of("work", new Target("media", "x")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aJobThatWasFoundInOtherHandsIsToldOnceWithTheRestOfTheLease() throws InterruptedException {
        claim();
        store.clock().advance(Duration.ofSeconds(3));
        watch.follow(store.jobs().get(job.id()));

        rounds();
        rounds();

        assertThat(told.held).containsExactly("17");
    }

    @Test
    void missingSignsOfLifeAreToldOnce() throws InterruptedException {
        watch.follow(job);
        Claim claim = claim();
        rounds();
        store.clock().advance(Duration.ofSeconds(5));
        store.claims().heartbeat(HeartbeatRequest.of(worker, PipelineRun.LEASE, List.of(claim)));
        rounds();
        assertThat(told.held).containsExactly("20");

        store.clock().advance(Duration.ofSeconds(15));
        rounds();
        rounds();

        assertThat(told.held).containsExactly("20", "5 silent");
    }

    @Test
    void ourOwnJobsAreInGoodHands() throws InterruptedException {
        claim();
        ours.add(worker);
        watch.follow(store.jobs().get(job.id()));

        rounds();

        assertThat(told.held).isEmpty();
    }

    @Test
    void aFailedAttemptThatAnotherFollowsIsTold() {
        watch.follow(job);
        Claim claim = claim();
        watch.round();
        store.claims().fail(claim, JobFailure.retryAfter(Duration.ofSeconds(9), "no luck"));

        watch.round();
        watch.round();

        assertThat(told.retried)
                .singleElement()
                .satisfies(retried -> assertThat(retried.error()).isEqualTo("no luck"));
        assertThat(watch.ended(job.id())).isFalse();
    }

    @Test
    void theEndIsToldOnceAlsoOfAJobThatHadEnded() {
        watch.follow(job);
        store.claims().complete(claim(), null);

        watch.round();
        watch.round();
        watch.follow(store.jobs().get(job.id()));

        assertThat(watch.ended(job.id())).isTrue();
        assertThat(told.finished).hasSize(1);
    }

    private Claim claim() {
        return store.claims()
                .claim(ClaimRequest.of(worker, NewJob.DEFAULT_QUEUE, List.of("work"))
                        .lease(PipelineRun.LEASE))
                .get(0);
    }

    /** One at once, and one after a claim of our own would be known. */
    private void rounds() throws InterruptedException {
        watch.round();
        Thread.sleep(160);
        watch.round();
    }
}
