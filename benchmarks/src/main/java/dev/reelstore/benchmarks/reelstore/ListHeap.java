package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.application.Reelstore;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Child;
import dev.reelstore.benchmarks.Heap;
import dev.reelstore.benchmarks.Orders;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobPage;
import dev.reelstore.domain.job.JobQuery;

/** A process of its own that reads all jobs page by page, and says what the most was that lived on its heap meanwhile. */
final class ListHeap {

    private static final String MOST = "256m";
    private static final int PAGES_BETWEEN = 100;

    private ListHeap() {}

    static double measured(Bench bench) throws Exception {
        try (Child process = Child.jvm(ListHeap.class, MOST, bench.database().url())) {
            double most = Double.parseDouble(process.hear());
            int read = Integer.parseInt(process.hear());
            if (read < bench.database().kept()) {
                throw new IllegalStateException("only " + read + " jobs were read");
            }
            return most;
        }
    }

    /** @param arguments the URL of the database */
    public static void main(String[] arguments) {
        Orders.none();
        try (Reelstore reelstore = ReelstoreContestant.open(arguments[0])) {
            JobQuery all = JobQuery.oldestFirst(JobFilter.all()).limit(JobQuery.MAX_LIMIT);
            JobPage page = reelstore.jobs().list(all);
            double most = 0;
            int read = page.jobs().size();
            for (int pages = 1; page.next() != null; pages++) {
                page = reelstore.jobs().list(all.after(page.next()));
                read += page.jobs().size();
                if (pages % PAGES_BETWEEN == 1) {
                    most = Math.max(most, Heap.live());
                }
            }
            Orders.say(most);
            Orders.say(read);
        }
    }
}
