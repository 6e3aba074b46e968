package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.application.Reelstore;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Calls;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.WorkerId;
import java.util.List;
import java.util.Map;

/** What a dashboard asks: how many jobs of a queue wait, and how many are worked on. */
final class Counts {

    private static final int LIVE = 5_000;
    private static final int RUNNING = 500;
    private static final Map<JobStatus, Long> EXPECTED =
            Map.of(JobStatus.QUEUED, (long) LIVE - RUNNING, JobStatus.RUNNING, (long) RUNNING);

    private Counts() {}

    static double ofLive(Bench bench, Reelstore reelstore) throws Exception {
        Stocks.fill(bench, reelstore, LIVE);
        reelstore
                .claims()
                .claim(ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of(Stocks.TYPE))
                        .limit(RUNNING));
        JobFilter live = JobFilter.all().queue(NewJob.DEFAULT_QUEUE).status(JobStatus.QUEUED, JobStatus.RUNNING);
        return Calls.perSecond(bench, () -> {
            Map<JobStatus, Long> counts = reelstore.jobs().countByStatus(live);
            if (!counts.entrySet().containsAll(EXPECTED.entrySet())) {
                throw new IllegalStateException("counted " + counts);
            }
        });
    }
}
