package dev.reelstore.fire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.fire.campaign.Pipeline;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Locks that others hold for too long, and units that wait for each other: known by their names, and repeated whole. */
@Tag("fire")
public final class LockCampaignTest {

    @Test
    void whoMeetsALockWaitsAndIsRepeated() throws Exception {
        Campaign.run("locks", campaign -> {
            Server server =
                    campaign.closing(Server.create(campaign.folder().resolve("server"), "deadlock_timeout=100ms"));
            campaign.writings().addServerLog(server.log());
            campaign.writings().expect("deadlock detected");
            Pipeline pipeline = Pipeline.open(campaign, Pipeline.settings(server.port()));
            for (int i = campaign.times(3); i > 0; i--) {
                lockOut(campaign, server, pipeline);
            }
            for (int i = campaign.times(5); i > 0; i--) {
                lockEachOtherOut(campaign, pipeline);
            }
            pipeline.awaitRest(server);
        });
    }

    private static void lockOut(Campaign campaign, Server server, Pipeline pipeline) throws Exception {
        Claim claim = claimed(pipeline.reelstore());
        CompletableFuture<Settlement> settled;
        long released;
        try (Connection other = server.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "SELECT job_id FROM reelstore.job_live WHERE job_id = '" + claim.jobId() + "' FOR UPDATE");
            assertThatThrownBy(() -> pipeline.persistence().claims().complete(claim, null))
                    .isInstanceOf(StoreTimeoutException.class);
            settled = CompletableFuture.supplyAsync(
                    () -> pipeline.reelstore().claims().complete(claim, null));
            Thread.sleep(1_200);
            other.rollback();
            released = System.nanoTime();
        }
        assertThat(settled.get(10, TimeUnit.SECONDS)).isEqualTo(Settlement.DONE);
        campaign.report().recoveries().add("lock held too long", Duration.ofNanos(System.nanoTime() - released));
        campaign.report().fault("lock held too long");
        campaign.report().operations(2);
    }

    private static void lockEachOtherOut(Campaign campaign, Pipeline pipeline) throws Exception {
        Reelstore reelstore = pipeline.reelstore();
        VideoId one = videoWithDefault(reelstore);
        VideoId two = videoWithDefault(reelstore);
        NewJob job = job();
        reelstore.jobs().create(job);
        CyclicBarrier both = new CyclicBarrier(2);
        long begin = System.nanoTime();
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> changeBoth(reelstore, job.id(), two, one, both));
        changeBoth(reelstore, job.id(), one, two, both);
        other.get(10, TimeUnit.SECONDS);
        campaign.report().recoveries().add("deadlock", Duration.ofNanos(System.nanoTime() - begin));
        campaign.report().fault("deadlock");
        campaign.report().operations(2);
        assertThat(pipeline.reelstore().journal().latest(job.id())).hasSize(2);
    }

    /** Meets the other once between its two steps; a repeat goes through alone. */
    private static void changeBoth(Reelstore reelstore, JobId job, VideoId first, VideoId second, CyclicBarrier both) {
        boolean[] met = new boolean[1];
        reelstore.run(stores -> {
            stores.journal().log(NewLogEntry.of(job, UUID.randomUUID().toString(), LogStatus.NOTE));
            stores.videos().delete(first);
            if (!met[0]) {
                met[0] = true;
                meet(both);
            }
            stores.videos().delete(second);
        });
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(10, TimeUnit.SECONDS);
        } catch (Exception missed) {
            throw new AssertionError("the other did not come", missed);
        }
    }

    private static VideoId videoWithDefault(Reelstore reelstore) {
        VideoId video = reelstore.videos().create(NewVideo.draft()).id();
        reelstore.qualities().put(NewQuality.of(video, QualityLevel.ORIGINAL, "file:///original"));
        return video;
    }

    private static Claim claimed(Reelstore reelstore) {
        NewJob job = job();
        reelstore.jobs().create(job);
        return reelstore
                .claims()
                .claim(ClaimRequest.of(WorkerId.next(), job.queue(), List.of(job.type())))
                .get(0);
    }

    private static NewJob job() {
        return NewJob.of("locked", new Target("lock", "1"))
                .queue(UUID.randomUUID().toString());
    }
}
