package dev.reelstore.fire.campaign;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.JobContext;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A worker whose handlers complete with effects, merely return, fail first, or give the job back first. Each effect names
 * the fence under which it was made.
 */
public final class Handlers {

    static final String EFFECT = "effect";
    static final String PLAIN = "plain";
    static final String ROUGH = "rough";
    static final String LOOSE = "loose";

    /** How long a claim of a worker that is gone holds. */
    public static final Duration LEASE = Duration.ofSeconds(2);

    /** The longest wait between two polls. */
    public static final Duration POLL = Duration.ofMillis(500);

    private static final WorkerSettings SETTINGS = WorkerSettings.DEFAULT
            .concurrency(4)
            .lease(LEASE)
            .poll(Duration.ofMillis(20), POLL)
            .rescue(Duration.ofMillis(500))
            .patience(Duration.ofSeconds(20));
    private static final RetryPolicy SOON =
            new RetryPolicy(1_000, Duration.ofMillis(10), 1, Duration.ofMillis(10), false);
    private static final List<QualityLevel> LEVELS = List.of(QualityLevel.values());

    private final Ledger ledger;
    private final List<VideoId> videos;

    private Handlers(Ledger ledger, List<VideoId> videos) {
        this.ledger = ledger;
        this.videos = videos;
    }

    /** A worker that is at work. */
    public static Worker start(Reelstore reelstore, Ledger ledger) {
        List<VideoId> videos = Stream.generate(
                        () -> reelstore.videos().create(NewVideo.draft()).id())
                .limit(3)
                .toList();
        Handlers handlers = new Handlers(ledger, videos);
        return reelstore
                .worker(NewJob.DEFAULT_QUEUE, SETTINGS)
                .handle(EFFECT, SOON, handlers::completeWithEffects)
                .handle(PLAIN, SOON, context -> ledger.claimed(context.claim()))
                .handle(ROUGH, SOON, handlers::failFirst)
                .handle(LOOSE, SOON, handlers::releaseFirst)
                .start();
    }

    static String typeBy(SplittableRandom random) {
        return List.of(EFFECT, EFFECT, EFFECT, PLAIN, PLAIN, ROUGH, LOOSE).get(random.nextInt(7));
    }

    private void completeWithEffects(JobContext context) {
        ledger.claimed(context.claim());
        complete(context);
    }

    private void failFirst(JobContext context) {
        ledger.claimed(context.claim());
        if (context.job().attempt() == 1) {
            throw new IllegalStateException("as it was meant");
        }
        complete(context);
    }

    private void releaseFirst(JobContext context) {
        ledger.claimed(context.claim());
        if (context.claim().fence() == 1) {
            context.release();
        } else {
            complete(context);
        }
    }

    private void complete(JobContext context) {
        ledger.settled(context.claim(), context.complete(stores -> effects(stores, context)));
    }

    private void effects(Stores stores, JobContext context) {
        long fence = context.claim().fence();
        stores.journal()
                .log(NewLogEntry.of(context.job().id(), EFFECT, LogStatus.COMPLETED)
                        .message(effectOf(fence)));
        int chance = context.job().id().hashCode();
        VideoId video = videos.get(Math.floorMod(chance, videos.size()));
        QualityLevel level = LEVELS.get(Math.floorMod(chance / 7, LEVELS.size()));
        VideoQuality quality = stores.qualities()
                .put(NewQuality.of(video, level, "file:///" + fence).ready(MediaFacts.UNKNOWN));
        stores.qualities().setDefault(video, quality.id());
    }

    static String effectOf(long fence) {
        return "fence " + fence;
    }
}
