package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Stores;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What tests begin with. */
final class Given {

    /** The type of jobs where nothing else is said. */
    static final String TYPE = "encode";

    /** The lease of claims where nothing else is said. */
    static final Duration LEASE = ClaimRequest.DEFAULT_LEASE;

    private Given() {}

    /** A job to be created: due at once, in the default queue. */
    static NewJob job() {
        return NewJob.of(TYPE, new Target("film", "one"));
    }

    /** So many jobs to be created. */
    static List<NewJob> jobs(int number) {
        List<NewJob> jobs = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            jobs.add(NewJob.of(TYPE, new Target("film", "film-" + i)));
        }
        return jobs;
    }

    /** A wish for one job of {@link #TYPE} in the default queue. */
    static ClaimRequest request(WorkerId worker) {
        return ClaimRequest.of(worker, NewJob.DEFAULT_QUEUE, List.of(TYPE));
    }

    /** Claims the only job that is due. */
    static Claim claim(Stores stores, WorkerId worker) {
        List<Claim> claims = stores.claims().claim(request(worker).limit(2));
        assertThat(claims).as("the only job that is due").hasSize(1);
        return claims.get(0);
    }

    /** Creates a job and claims it for a new worker. */
    static Claim claimed(Stores stores) {
        return claimed(stores, job());
    }

    /** Creates this job and claims it for a new worker; no other may be due. */
    static Claim claimed(Stores stores, NewJob job) {
        stores.jobs().create(job);
        return claim(stores, WorkerId.next());
    }

    /** Creates a video. */
    static VideoId video(Stores stores) {
        return stores.videos().create(NewVideo.draft()).id();
    }
}
