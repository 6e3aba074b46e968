package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.testkit.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims are atomic: of any number of workers, one gets a job (G3). */
public interface ClaimRaceContract extends Contract {

    @Test
    default void oneJobIsClaimedByOneOfManyWorkers(Persistence store) {
        for (int round = 0; round < 5; round++) {
            store.jobs().create(Given.job());

            List<List<Claim>> answers = Racers.race(number -> store.claims().claim(Given.request(WorkerId.next())));

            assertThat(answers.stream().flatMap(List::stream)).hasSize(1);
        }
    }

    @Test
    default void manyWorkersDrainAQueueAndEachJobRunsOnce(Persistence store) {
        List<NewJob> jobs = new ArrayList<>();
        for (NewJob job : Given.jobs(5_003)) {
            jobs.add(job.priority(jobs.size() % 3));
        }
        store.jobs().createAll(jobs);

        List<List<JobId>> drained = Racers.race(number -> drain(store, 20 + number));
        List<JobId> rest = drain(store, 1_000);

        List<JobId> claimed = new ArrayList<>(rest);
        drained.forEach(claimed::addAll);
        assertThat(claimed).doesNotHaveDuplicates().hasSize(jobs.size());
        assertThat(store.jobs().count(JobFilter.all().status(JobStatus.COMPLETED)))
                .isEqualTo(jobs.size());
    }

    private static List<JobId> drain(Persistence store, int batch) {
        WorkerId worker = WorkerId.next();
        List<JobId> mine = new ArrayList<>();
        List<Claim> claims = store.claims().claim(Given.request(worker).limit(batch));
        while (!claims.isEmpty()) {
            assertThat(claims)
                    .extracting(Claim::job)
                    .isSortedAccordingTo(Comparator.comparing(Job::priority)
                            .thenComparing(Job::runAt)
                            .thenComparing(Job::id));
            claims.forEach(claim -> mine.add(claim.jobId()));
            List<Claim> held = claims;
            store.unitOfWork().run(stores -> {
                for (Claim claim : held) {
                    assertThat(claim.job().attempt()).isEqualTo(1);
                    stores.claims().complete(claim, null);
                }
            });
            claims = store.claims().claim(Given.request(worker).limit(batch));
        }
        return mine;
    }
}
