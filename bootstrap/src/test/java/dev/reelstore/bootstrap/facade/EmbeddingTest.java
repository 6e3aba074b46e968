package dev.reelstore.bootstrap.facade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a pipeline's own unit tests do, many times over. */
class EmbeddingTest {

    @Test
    void aThousandTestsOfAPipelineTakeAboutASecondAndNoThread() {
        oneTest();
        long threadsBefore = ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();
        long begin = System.nanoTime();

        for (int i = 0; i < 1_000; i++) {
            oneTest();
        }

        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        long started = ManagementFactory.getThreadMXBean().getTotalStartedThreadCount() - threadsBefore;
        System.out.println("1,000 embedder tests (create, drain, assert): " + took.toMillis() + " ms");
        assertThat(took).as("generous, for a machine that does much else").isLessThan(Duration.ofSeconds(10));
        assertThat(started).as("threads that were started meanwhile").isZero();
    }

    private static void oneTest() {
        try (Reelstore reelstore = Reelstore.on(InMemoryPersistence.create())) {
            VideoId video = reelstore.videos().create(NewVideo.draft()).id();
            Worker worker = reelstore.worker("encode").handle("video_process", context -> {
                context.stage("render", 90).percent(50);
                context.complete(stores -> {
                    VideoQuality quality = stores.qualities()
                            .put(NewQuality.of(video, QualityLevel.LEVEL_720P, "memory:720p")
                                    .ready(MediaFacts.UNKNOWN));
                    stores.qualities().setDefault(video, quality.id());
                    stores.jobs().create(NewJob.of("find_highlights", video).queue("analyse"));
                });
            });
            Job job = reelstore
                    .jobs()
                    .createIfAbsent(NewJob.of("video_process", video).queue("encode"), JobStatus.live())
                    .job();

            assertThat(worker.drain()).isEqualTo(1);

            assertThat(reelstore.jobs().get(job.id()).status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(reelstore.jobs().stages(job.id()).get(0).progress().percent())
                    .isEqualTo(50);
            assertThat(reelstore.qualities().findDefault(video)).isPresent();
        }
    }
}
