package dev.reelstore.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What those do who use this adapter for tests of their own. */
final class EmbeddingTest {

    @RepeatedTest(1_000)
    void aTestOfAnEmbedderCreatesClaimsAndCompletes() {
        try (InMemoryPersistence store = InMemoryPersistence.create()) {
            for (int i = 0; i < 3; i++) {
                store.jobs().create(NewJob.of("render", new Target("file", "clip " + i)));
            }
            assertThat(drain(store)).isEqualTo(3);
            assertThat(store.jobs().count(JobFilter.all().status(JobStatus.COMPLETED)))
                    .isEqualTo(3);
        }
    }

    @Test
    void jobsThatAreNotDueDoNotSlowTheClaimsOfThoseThatAre() {
        try (InMemoryPersistence store = InMemoryPersistence.create()) {
            Instant later = store.now().plus(Duration.ofDays(1));
            List<NewJob> jobs = new ArrayList<>();
            for (int i = 0; i < 50_000; i++) {
                jobs.add(NewJob.of("render", new Target("file", "later " + i))
                        .priority(-1)
                        .runAt(later));
                jobs.add(NewJob.of("render", new Target("file", "now " + i)));
            }
            assertThat(store.jobs().createAll(jobs)).isEqualTo(100_000);

            long begun = System.nanoTime();
            assertThat(drain(store)).isEqualTo(50_000);
            // A claim that went through all 50,000 others would take minutes.
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));

            store.clock().advance(Duration.ofDays(1));
            assertThat(drain(store)).isEqualTo(50_000);
        }
    }

    @Test
    void jobsOfSeveralTypesComeInOneOrder() {
        try (InMemoryPersistence store = InMemoryPersistence.create()) {
            List<Job> created = new ArrayList<>();
            for (String type : List.of("render", "probe", "render", "other", "probe")) {
                created.add(store.jobs().create(NewJob.of(type, new Target("file", "clip"))));
            }
            ClaimRequest request = ClaimRequest.of(WorkerId.next(), "default", List.of("render", "probe"))
                    .limit(10);

            assertThat(store.claims().claim(request))
                    .extracting(Claim::jobId)
                    .containsExactly(
                            created.get(0).id(),
                            created.get(1).id(),
                            created.get(2).id(),
                            created.get(4).id());
        }
    }

    private static int drain(InMemoryPersistence store) {
        ClaimRequest request = ClaimRequest.of(WorkerId.next(), "default", List.of("render"));
        int done = 0;
        List<Claim> claims = store.claims().claim(request);
        while (!claims.isEmpty()) {
            assertThat(store.claims().complete(claims.get(0), null)).isEqualTo(Settlement.DONE);
            done++;
            claims = store.claims().claim(request);
        }
        return done;
    }
}
