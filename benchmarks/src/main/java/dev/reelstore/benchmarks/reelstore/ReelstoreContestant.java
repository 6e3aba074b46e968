package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.application.Reelstore;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Contestant;
import dev.reelstore.benchmarks.Parallel;
import dev.reelstore.benchmarks.Workload;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reelstore on PostgreSQL, with all its guarantees. */
public final class ReelstoreContestant implements Contestant {

    private static final int FEW = 8_000;
    private static final int BULK = 100_000;

    @Override
    public String name() {
        return "reelstore";
    }

    @Override
    public Map<Workload, Race> races() {
        Map<Workload, Race> races = new EnumMap<>(Workload.class);
        races.put(Workload.W1, bench -> createOneByOne(bench, 1, FEW));
        races.put(Workload.W1B, bench -> createOneByOne(bench, 8, FEW / 2));
        races.put(Workload.W2, ReelstoreContestant::createInBulk);
        races.put(Workload.W3, bench -> with(bench, reelstore -> Drains.returning(bench, reelstore)));
        races.put(Workload.W3S, bench -> with(bench, reelstore -> Drains.committing(bench, reelstore)));
        races.put(Workload.W4, bench -> with(bench, reelstore -> PickUps.percentile(bench, reelstore, 0.5)));
        races.put(Workload.W4P99, bench -> with(bench, reelstore -> PickUps.percentile(bench, reelstore, 0.99)));
        races.put(Workload.W6, bench -> with(bench, reelstore -> Claims.ofFifty(bench, reelstore)));
        races.put(Workload.W7, bench -> with(bench, reelstore -> Claims.publishing(bench, reelstore)));
        races.put(Workload.W8, ReelstoreContestant::listQualities);
        races.put(Workload.W8B, ReelstoreContestant::findJobs);
        races.put(
                Workload.W9,
                bench -> with(bench, reelstore -> {
                    Stocks.empty(bench.database());
                    return Claims.oneByOne(reelstore, bench.of(2_000));
                }));
        return races;
    }

    static Reelstore open(Database database) {
        return Reelstore.on(PostgresPersistence.open(PostgresSettings.of(database.url(), Database.USER, Secret.of(""))
                .pool(PoolSettings.fixed(20, 20))));
    }

    private static double with(Bench bench, Opened race) throws Exception {
        try (Reelstore reelstore = open(bench.database())) {
            return race.run(reelstore);
        }
    }

    private static double createOneByOne(Bench bench, int threads, int full) throws Exception {
        return with(bench, reelstore -> {
            Stocks.fill(bench, reelstore, 0);
            int each = bench.of(full);
            List<List<NewJob>> jobs =
                    IntStream.range(0, threads).mapToObj(i -> Stocks.jobs(each)).toList();
            return threads
                    * each
                    / Parallel.seconds(threads, thread -> {
                        for (NewJob job : jobs.get(thread)) {
                            reelstore.jobs().create(job);
                        }
                    });
        });
    }

    private static double createInBulk(Bench bench) throws Exception {
        return with(bench, reelstore -> {
            Stocks.fill(bench, reelstore, 0);
            List<NewJob> jobs = Stocks.jobs(bench.of(BULK));
            return jobs.size() / Parallel.seconds(1, thread -> reelstore.jobs().createAll(jobs));
        });
    }

    private static double listQualities(Bench bench) throws Exception {
        return with(bench, reelstore -> {
            Stocks.empty(bench.database());
            VideoId video = reelstore.videos().create(NewVideo.draft()).id();
            for (QualityLevel level : QualityLevel.values()) {
                reelstore.qualities().put(NewQuality.of(video, level, "file:///" + level.label()));
            }
            int count = bench.of(20_000);
            return count
                    / Parallel.seconds(1, thread -> {
                        for (int i = 0; i < count; i++) {
                            if (reelstore.qualities().list(video).size() != 9) {
                                throw new IllegalStateException("a rendition is missing");
                            }
                        }
                    });
        });
    }

    private static double findJobs(Bench bench) throws Exception {
        return with(bench, reelstore -> {
            Stocks.fill(bench, reelstore, 0);
            List<NewJob> jobs = Stocks.jobs(1_000);
            reelstore.jobs().createAll(jobs);
            List<JobId> ids = jobs.stream().map(NewJob::id).toList();
            int count = bench.of(20_000);
            return count
                    / Parallel.seconds(1, thread -> {
                        for (int i = 0; i < count; i++) {
                            reelstore.jobs().get(ids.get(i % ids.size()));
                        }
                    });
        });
    }

    private interface Opened {

        double run(Reelstore reelstore) throws Exception;
    }
}
