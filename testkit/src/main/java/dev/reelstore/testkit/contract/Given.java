package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What tests begin with. */
final class Given {

    /** The type of jobs where nothing else is said. */
    static final String TYPE = "encode";

    /** The lease of claims where nothing else is said. */
    static final Duration LEASE = ClaimRequest.DEFAULT_LEASE;

    private static final Duration LONGEST_PATIENCE = Duration.ofMillis(150);

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

    /** Creates this job, as the first of its queue, and brings it into this status. */
    static Job jobIn(Stores stores, JobStatus status, NewJob job) {
        stores.jobs().create(job.priority(Short.MIN_VALUE));
        if (status == JobStatus.CANCELLED) {
            stores.jobs().cancel(job.id());
        } else if (status != JobStatus.QUEUED) {
            ClaimRequest first = ClaimRequest.of(WorkerId.next(), job.queue(), List.of(job.type()));
            Claim claim = stores.claims().claim(first).get(0);
            assertThat(claim.jobId()).isEqualTo(job.id());
            if (status == JobStatus.COMPLETED) {
                stores.claims().complete(claim, null);
            } else if (status == JobStatus.FAILED) {
                stores.claims().fail(claim, JobFailure.forGood("broken"));
            }
        }
        Job made = stores.jobs().get(job.id());
        assertThat(made.status()).isEqualTo(status);
        return made;
    }

    /** How long a test watches a call that has to wait: well within the wait for a lock. */
    static Duration patience(Fixture fixture) {
        Duration quarter = fixture.lockTimeout().dividedBy(4);
        return quarter.compareTo(LONGEST_PATIENCE) < 0 ? quarter : LONGEST_PATIENCE;
    }

    /** Registers a channel. */
    static ChannelId channel(Stores stores) {
        return stores.channels()
                .register(NewChannel.of("CH123", "News"))
                .channel()
                .id();
    }

    /** Creates a video. */
    static VideoId video(Stores stores) {
        return stores.videos().create(NewVideo.draft()).id();
    }
}
