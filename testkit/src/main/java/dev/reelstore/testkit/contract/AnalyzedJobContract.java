package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.HighlightCount;
import dev.reelstore.domain.analysis.JobWithClips;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jobs read together with what was found in their media. */
public interface AnalyzedJobContract extends Contract {

    @Test
    default void aJobComesWithItsClipsInTheirOrder(Persistence store) {
        Claim claim = Given.claimed(store);
        JobId job = claim.jobId();
        Clip second = Clip.of(job, TimeRange.ofMillis(0, 1), 1, "second");
        Clip first = Clip.of(job, TimeRange.ofMillis(5, 6), 0, "first").sizeBytes(3_000_000_000L);
        store.analysis().add(List.of(second, first));
        store.analysis().add(List.of(Clip.of(Found.job(store), Found.RANGE, 0, "another's")));

        assertThat(store.analysis().findJobWithClips(job))
                .contains(new JobWithClips(claim.job(), List.of(first, second)));
    }

    @Test
    default void aJobWithoutClipsComesWithAnEmptyList(Persistence store) {
        JobId job = Found.job(store);
        store.analysis().add(List.of(Highlight.of(job, Found.RANGE, 1)));

        assertThat(store.analysis().findJobWithClips(job))
                .contains(new JobWithClips(store.jobs().get(job), List.of()));
        assertThat(store.analysis().findJobWithClips(JobId.next())).isEmpty();
    }

    @Test
    default void everyJobOfAPageComesWithTheNumberOfItsHighlights(Fixture fixture) {
        Persistence store = fixture.persistence();
        Job oldest = completed(fixture, 3);
        Job none = completed(fixture, 0);
        Job queued = store.jobs().create(Given.job());
        store.analysis().add(List.of(Highlight.of(queued.id(), Found.RANGE, 1)));
        fixture.advance(Duration.ofSeconds(1));
        Job noneEither = completed(fixture, 0);
        JobQuery completed = JobQuery.newestFirst(JobFilter.all().status(JobStatus.COMPLETED));

        assertThat(store.analysis().listHighlightCounts(completed))
                .containsExactly(
                        new HighlightCount(noneEither, 0), new HighlightCount(none, 0), new HighlightCount(oldest, 3));
        assertThat(store.analysis().listHighlightCounts(completed.limit(1)))
                .containsExactly(new HighlightCount(noneEither, 0));
        assertThat(store.analysis().listHighlightCounts(completed.limit(1).after(JobCursor.after(none))))
                .containsExactly(new HighlightCount(oldest, 3));
        assertThat(store.analysis().listHighlightCounts(JobQuery.oldestFirst(JobFilter.all())))
                .extracting(HighlightCount::highlights)
                .containsExactly(3L, 0L, 1L, 0L);
    }

    @Test
    default void highlightsAreCountedAsTheyAreNow(Persistence store) {
        JobId job = Found.job(store);
        JobQuery all = JobQuery.newestFirst(JobFilter.all());

        store.unitOfWork().run(stores -> {
            stores.analysis().add(List.of(Highlight.of(job, Found.RANGE, 1)));
            assertThat(stores.analysis().listHighlightCounts(all).get(0).highlights())
                    .isEqualTo(1);
            stores.analysis().delete(job, FindingKind.HIGHLIGHT);
            assertThat(stores.analysis().listHighlightCounts(all).get(0).highlights())
                    .isZero();
        });
    }

    private static Job completed(Fixture fixture, int highlights) {
        Persistence store = fixture.persistence();
        NewJob job = Given.job();
        Given.jobIn(store, JobStatus.COMPLETED, job);
        for (int i = 0; i < highlights; i++) {
            store.analysis().add(List.of(Highlight.of(job.id(), Found.RANGE, i)));
        }
        fixture.advance(Duration.ofSeconds(1));
        return store.jobs().get(job.id());
    }
}
