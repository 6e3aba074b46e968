package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.application.Reelstore;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Latencies;
import dev.reelstore.benchmarks.Parallel;
import dev.reelstore.benchmarks.Snapshot;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a worker does to the store, through the ports. */
final class Claims {

    private static final int AT_ONCE = 50;
    private static final int SINGLE = 10_000;

    private Claims() {}

    static double ofFifty(Bench bench, Reelstore reelstore) throws Exception {
        int rounds = bench.of(400);
        Stocks.fill(bench, reelstore, rounds * AT_ONCE);
        ClaimRequest request = request().limit(AT_ONCE);
        return rounds
                / Parallel.seconds(1, thread -> {
                    for (int i = 0; i < rounds; i++) {
                        if (reelstore.claims().claim(request).size() != AT_ONCE) {
                            throw new IllegalStateException("the queue is empty");
                        }
                    }
                });
    }

    static double singly(Bench bench, Reelstore reelstore) throws Exception {
        int rounds = bench.of(SINGLE);
        Stocks.fill(bench, reelstore, rounds);
        return timed(bench, reelstore, rounds);
    }

    static double singlyUnderSnapshot(Bench bench, Reelstore reelstore) throws Exception {
        int rounds = bench.of(SINGLE);
        Stocks.fill(bench, reelstore, rounds);
        try (Snapshot held = Snapshot.hold(bench.database())) {
            return timed(bench, reelstore, rounds);
        }
    }

    /** The claims only: what comes between them is not timed. */
    private static double timed(Bench bench, Reelstore reelstore, int rounds) throws Exception {
        ClaimRequest request = request();
        return Latencies.lastTenth(bench, rounds, () -> {
            long begin = System.nanoTime();
            Claim claim = reelstore.claims().claim(request).get(0);
            long took = System.nanoTime() - begin;
            reelstore.claims().complete(claim, null);
            return took;
        });
    }

    static double oneByOne(Reelstore reelstore, int rounds) throws Exception {
        List<NewJob> jobs = Stocks.jobs(rounds);
        ClaimRequest request = request();
        return rounds
                / Parallel.seconds(1, thread -> {
                    for (NewJob job : jobs) {
                        reelstore.jobs().create(job);
                        reelstore
                                .claims()
                                .complete(reelstore.claims().claim(request).get(0), null);
                    }
                });
    }

    static double publishing(Bench bench, Reelstore reelstore) throws Exception {
        int rounds = bench.of(2_000);
        Stocks.fill(bench, reelstore, rounds);
        List<VideoId> videos = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            videos.add(reelstore.videos().create(NewVideo.draft()).id());
        }
        List<Claim> claims = new ArrayList<>();
        ClaimRequest request = request().limit(1_000);
        while (claims.size() < rounds) {
            claims.addAll(reelstore.claims().claim(request));
        }
        return rounds
                / Parallel.seconds(1, thread -> {
                    for (int i = 0; i < rounds; i++) {
                        publish(reelstore, claims.get(i), videos.get(i));
                    }
                });
    }

    private static void publish(Reelstore reelstore, Claim claim, VideoId video) {
        List<NewQuality> renditions = Arrays.stream(QualityLevel.values())
                .map(level -> NewQuality.of(video, level, "file:///" + level.label()))
                .toList();
        reelstore.unitOfWork().run(stores -> {
            List<VideoQuality> put = stores.qualities().putAll(renditions);
            stores.qualities().setDefault(video, put.get(0).id());
            stores.claims().complete(claim, null);
        });
    }

    private static ClaimRequest request() {
        return ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of(Stocks.TYPE));
    }
}
