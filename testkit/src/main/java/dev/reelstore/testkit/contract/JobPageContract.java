package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobPage;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.testkit.Contract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paging through jobs: every job once, in order, whatever comes or goes meanwhile. */
public interface JobPageContract extends Contract {

    /** The order of lists. */
    Comparator<Job> BY_CREATION = Comparator.comparing(Job::createdAt).thenComparing(Job::id);

    @Test
    default void pagesHoldEveryJobOnceInOrder(Persistence store) {
        store.jobs().createAll(Given.jobs(25));

        List<Job> forward = readAll(store, JobQuery.oldestFirst(JobFilter.all()).limit(7), 4);
        List<Job> backward =
                readAll(store, JobQuery.newestFirst(JobFilter.all()).limit(7), 4);

        assertThat(forward).hasSize(25).doesNotHaveDuplicates().isSortedAccordingTo(BY_CREATION);
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(forward);
    }

    @Test
    default void theLastPageSaysThatThereIsNoMoreAlsoWhenItIsFull(Persistence store) {
        store.jobs().createAll(Given.jobs(20));

        assertThat(readAll(store, JobQuery.oldestFirst(JobFilter.all()).limit(10), 2))
                .hasSize(20);
        assertThat(readAll(store, JobQuery.newestFirst(JobFilter.all()).limit(20), 1))
                .hasSize(20);
    }

    @Test
    default void aPageHoldsAHundredJobsUnlessToldOtherwise(Persistence store) {
        store.jobs().createAll(Given.jobs(1_001));

        assertThat(store.jobs().list(JobQuery.oldestFirst(JobFilter.all())).jobs())
                .hasSize(100);
        JobPage most = store.jobs().list(JobQuery.oldestFirst(JobFilter.all()).limit(JobQuery.MAX_LIMIT));
        assertThat(most.jobs()).hasSize(1_000);
        assertThat(most.next()).isNotNull();
    }

    @Test
    default void theNextPageDoesNotMoveWhenJobsComeAndGo(Persistence store) {
        store.jobs().createAll(Given.jobs(6));
        List<Job> all = store.jobs().list(JobQuery.oldestFirst(JobFilter.all())).jobs();
        JobQuery threes = JobQuery.oldestFirst(JobFilter.all()).limit(3);
        JobPage first = store.jobs().list(threes);
        Job last = first.jobs().get(2);
        store.jobs().delete(first.jobs().get(0).id());
        store.jobs().delete(last.id());
        store.jobs().cancel(all.get(3).id());

        JobPage second = store.jobs().list(threes.after(first.next()));

        assertThat(first.next()).isEqualTo(JobCursor.after(last));
        assertThat(second.jobs())
                .extracting(Job::id)
                .containsExactly(all.get(3).id(), all.get(4).id(), all.get(5).id());
        assertThat(second.next()).isNull();
    }

    @Test
    default void aPlaceThatWasWrittenDownIsFoundAgain(Persistence store) {
        store.jobs().createAll(Given.jobs(5));
        JobQuery twos = JobQuery.newestFirst(JobFilter.all()).limit(2);
        JobCursor next = store.jobs().list(twos).next();

        JobPage second = store.jobs().list(twos.after(JobCursor.parse(String.valueOf(next))));

        assertThat(second).isEqualTo(store.jobs().list(twos.after(next)));
        assertThat(second.jobs()).hasSize(2);
    }

    @Test
    default void pagesOfAFilterHoldWhatItLetsThroughAlone(Persistence store) {
        store.jobs().createAll(Given.jobs(30));
        List<Job> all = store.jobs().list(JobQuery.oldestFirst(JobFilter.all())).jobs();
        List<Job> cancelled = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 3) {
            store.jobs().cancel(all.get(i).id());
            cancelled.add(store.jobs().get(all.get(i).id()));
        }

        JobFilter filter = JobFilter.all().status(JobStatus.CANCELLED);
        assertThat(readAll(store, JobQuery.oldestFirst(filter).limit(4), 3)).isEqualTo(cancelled);
    }

    @Test
    default void aPlaceThatNoJobEverHadIsAPlaceToo(Persistence store) {
        store.jobs().createAll(Given.jobs(3));
        Job middle =
                store.jobs().list(JobQuery.oldestFirst(JobFilter.all())).jobs().get(1);
        JobCursor justBefore = new JobCursor(middle.createdAt().minusSeconds(3_600), middle.id());

        assertThat(store.jobs()
                        .list(JobQuery.oldestFirst(JobFilter.all()).after(justBefore))
                        .jobs())
                .hasSize(3);
        assertThat(store.jobs()
                        .list(JobQuery.newestFirst(JobFilter.all()).after(justBefore))
                        .jobs())
                .isEmpty();
    }

    private static List<Job> readAll(Persistence store, JobQuery query, int pages) {
        List<Job> jobs = new ArrayList<>();
        JobPage page = store.jobs().list(query);
        jobs.addAll(page.jobs());
        for (int i = 1; i < pages; i++) {
            assertThat(page.next()).as("the place after page %s", i).isNotNull();
            assertThat(page.jobs()).hasSize(query.limit());
            page = store.jobs().list(query.after(page.next()));
            jobs.addAll(page.jobs());
        }
        assertThat(page.next()).as("the place after the last page").isNull();
        return jobs;
    }
}
