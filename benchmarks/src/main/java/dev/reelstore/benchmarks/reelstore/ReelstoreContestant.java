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
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Reelstore on PostgreSQL, with all its guarantees. */
public final class ReelstoreContestant implements Contestant {

    private static final int FEW = 8_000;
    private static final int BULK = 100_000;
    private static final int MILLION = 1_000_000;

    @Override
    public String name() {
        return "reelstore";
    }

    @Override
    public Map<Workload, Race> races() {
        Map<Workload, Race> races = new EnumMap<>(Workload.class);
        races.put(Workload.W1, on((bench, reelstore) -> createOneByOne(bench, reelstore, 1, FEW)));
        races.put(Workload.W1B, on((bench, reelstore) -> createOneByOne(bench, reelstore, 8, FEW / 2)));
        races.put(Workload.W1U, on(ReelstoreContestant::createInUnits));
        races.put(Workload.W2, on(ReelstoreContestant::createInBulk));
        races.put(Workload.W3, on(Drains::returning));
        races.put(Workload.W3B, on(WorkerShift::ofTwo));
        races.put(Workload.W3S, on(Drains::committing));
        races.put(Workload.W3T, ReelstoreContestant::committingOwn);
        races.put(Workload.W4, on((bench, reelstore) -> PickUps.percentile(bench, reelstore, 0.5, false)));
        races.put(Workload.W4P99, on((bench, reelstore) -> PickUps.percentile(bench, reelstore, 0.99, false)));
        races.put(Workload.W4C, on((bench, reelstore) -> PickUps.percentile(bench, reelstore, 0.5, true)));
        races.put(Workload.W4X, on((bench, reelstore) -> PickUps.acrossProcesses(bench, reelstore, 0.5)));
        races.put(Workload.W4XP99, on((bench, reelstore) -> PickUps.acrossProcesses(bench, reelstore, 0.99)));
        races.put(Workload.W5M1, History.with(MILLION, on(Drains::returning)));
        races.put(Workload.W5M5, History.with(5 * MILLION, on(Drains::returning)));
        races.put(Workload.W5S, on(Drains::underSnapshot));
        races.put(Workload.W5C, on(Claims::singly));
        races.put(Workload.W5CM1, History.with(MILLION, on(Claims::singly)));
        races.put(Workload.W5CM5, History.with(5 * MILLION, on(Claims::singly)));
        races.put(Workload.W5CS, on(Claims::singlyUnderSnapshot));
        races.put(Workload.W6, on(Claims::ofFifty));
        races.put(Workload.W7, on(Claims::publishing));
        races.put(Workload.W8, on(ReelstoreContestant::listQualities));
        races.put(Workload.W8B, on(ReelstoreContestant::findJobs));
        races.put(Workload.W9, on(ReelstoreContestant::oneByOne));
        races.put(Workload.W10, WorkerHeap::measured);
        races.put(Workload.W10B, History.with(MILLION, ListHeap::measured));
        races.put(Workload.W11, ReelstoreContestant::opening);
        races.put(Workload.W12, on(Counts::ofLive));
        races.put(Workload.W12M5, History.with(5 * MILLION, on(Counts::ofLive)));
        races.put(Workload.W13, on(Drains::besideOthers));
        return races;
    }

    static Reelstore open(String url) {
        return Reelstore.on(persistence(url));
    }

    private static PostgresPersistence persistence(String url) {
        return PostgresPersistence.open(
                PostgresSettings.of(url, Database.USER, Secret.of("")).pool(PoolSettings.fixed(20, 20)));
    }

    private static Race on(Opened race) {
        return bench -> {
            try (Reelstore reelstore = open(bench.database().url())) {
                return race.run(bench, reelstore);
            }
        };
    }

    private static double committingOwn(Bench bench) throws Exception {
        PostgresPersistence store = persistence(bench.database().url());
        try (Reelstore reelstore = Reelstore.on(store)) {
            return Drains.committingOwn(bench, reelstore, store.tables());
        }
    }

    private static double opening(Bench bench) throws Exception {
        return Openings.median(bench, () -> persistence(bench.database().url()));
    }

    private static double oneByOne(Bench bench, Reelstore reelstore) throws Exception {
        Stocks.empty(bench.database());
        return Claims.oneByOne(reelstore, bench.of(2_000));
    }

    private static double createOneByOne(Bench bench, Reelstore reelstore, int threads, int full) throws Exception {
        return create(bench, reelstore, threads, full, reelstore.jobs()::create);
    }

    private static double createInUnits(Bench bench, Reelstore reelstore) throws Exception {
        return create(
                bench,
                reelstore,
                16,
                FEW / 4,
                job -> reelstore.run(stores -> stores.jobs().create(job)));
    }

    private static double create(Bench bench, Reelstore reelstore, int threads, int full, Consumer<NewJob> call)
            throws Exception {
        Stocks.fill(bench, reelstore, 0);
        int each = bench.of(full);
        List<List<NewJob>> jobs =
                IntStream.range(0, threads).mapToObj(i -> Stocks.jobs(each)).toList();
        return threads
                * each
                / Parallel.seconds(threads, thread -> {
                    for (NewJob job : jobs.get(thread)) {
                        call.accept(job);
                    }
                });
    }

    private static double createInBulk(Bench bench, Reelstore reelstore) throws Exception {
        Stocks.fill(bench, reelstore, 0);
        List<NewJob> jobs = Stocks.jobs(bench.of(BULK));
        return jobs.size() / Parallel.seconds(1, thread -> reelstore.jobs().createAll(jobs));
    }

    private static double listQualities(Bench bench, Reelstore reelstore) throws Exception {
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
    }

    private static double findJobs(Bench bench, Reelstore reelstore) throws Exception {
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
    }

    private interface Opened {

        double run(Bench bench, Reelstore reelstore) throws Exception;
    }
}
