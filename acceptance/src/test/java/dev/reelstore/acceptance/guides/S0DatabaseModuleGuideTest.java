package dev.reelstore.acceptance.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.tables.SqlGateway;
import dev.reelstore.adapter.postgres.tables.TableQuery;
import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.HighlightCount;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.failure.TransientFailureException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.journal.StageDurations;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.value.SourceHash;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs, highlights and metrics; units with savepoints; repeats; tables of one's own. */
final class S0DatabaseModuleGuideTest {

    private static final SourceHash HASH = new SourceHash("abc123".repeat(10) + "abcd");

    static Stream<Named<Reelstore>> stores() {
        return Guides.stores("guide_s0");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void theGuide(Reelstore reelstore) throws Exception {
        try (reelstore) {
            // simple operations
            Job job = reelstore
                    .jobs()
                    .create(NewJob.of("encode", new Target("file", "video.mp4"))
                            .source(MediaSource.at("/path/to/video.mp4").hash(HASH)));
            assertThat(reelstore.jobs().find(job.id())).contains(job);
            JobFilter queued = JobFilter.all().status(JobStatus.parse("queued"));
            assertThat(reelstore
                            .jobs()
                            .list(JobQuery.oldestFirst(queued).limit(10))
                            .jobs())
                    .containsExactly(job);
            assertThat(reelstore.jobs().count(queued)).isEqualTo(1);

            // a unit with a savepoint, to which a condition leads back
            Job second = reelstore.call(stores -> {
                Job made = stores.jobs().create(NewJob.of("encode", new Target("file", "b.mp4")));
                stores.analysis().add(List.of(Highlight.of(made.id(), TimeRange.ofMillis(0, 1_500), 0.9)));
                stores.savepoint("before_highlights");
                stores.analysis().add(List.of(Highlight.of(made.id(), TimeRange.ofMillis(2_000, 3_500), 0.1)));
                boolean tooWeak = true;
                if (tooWeak) {
                    stores.rollbackTo("before_highlights");
                }
                return made;
            });

            // jobs with the number of their highlights, none included, the newest first
            assertThat(reelstore
                            .analysis()
                            .listHighlightCounts(JobQuery.newestFirst(queued).limit(10)))
                    .extracting(HighlightCount::job, HighlightCount::highlights)
                    .containsExactly(tuple(second, 1L), tuple(job, 0L));

            // repeating something flaky that is not the store's
            AtomicInteger asked = new AtomicInteger();
            boolean cancelled = reelstore.retrying(RetryPolicy.attempts(3, Duration.ofMillis(1)), "flaky check", () -> {
                if (asked.incrementAndGet() < 3) {
                    throw new TransientFailureException("service not ready", null);
                }
                return reelstore.jobs().cancel(second.id());
            });
            assertThat(cancelled).isTrue();
            assertThat(asked).hasValue(3);

            // many threads, one façade
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String stage = "thread_" + thread;
                work.add(() -> {
                    int written = 0;
                    for (int i = 0; i < 100; i++) {
                        written +=
                                reelstore.journal().measure(NewMetric.of(job.id(), stage, Duration.ofMillis(i * 100L)))
                                        ? 1
                                        : 0;
                    }
                    return written;
                });
            }
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(100);
            }
            threads.shutdown();
            assertThat(reelstore.journal().durations(JournalFilter.of(job.id())))
                    .hasSize(4)
                    .extracting(StageDurations::count)
                    .containsOnly(100L);
        }
    }

    @Test
    void theGuideOnTablesOfOnesOwn() {
        try (PostgresPersistence postgres = PostgresPersistence.open(
                        Guides.settings("guide_s0_tables").pool(PoolSettings.autoSized()));
                Reelstore reelstore = Reelstore.on(postgres)) {
            SqlGateway tables = postgres.tables();
            tables.execute("CREATE TABLE video_job (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, src_hash text,"
                    + " status text, created_at timestamptz DEFAULT now())");
            tables.execute("CREATE TABLE highlight (job_id bigint REFERENCES video_job, score double precision)");

            Object id = tables.insert("video_job", Map.of("src_hash", "abc123", "status", "queued"))
                    .get("id");
            assertThat(tables.findOne("video_job", Map.of("id", id)).orElseThrow())
                    .containsEntry("status", "queued");
            assertThat(tables.update("video_job", Map.of("status", "processing"), Map.of("id", id)))
                    .isEqualTo(1);
            assertThat(tables.findMany(TableQuery.of("video_job")
                            .where(Map.of("status", "queued"))
                            .orderBy("created_at")
                            .limit(10)))
                    .isEmpty();
            assertThat(tables.count("video_job", Map.of("status", "processing")))
                    .isEqualTo(1);

            // in one unit with the ports
            reelstore.run(stores -> {
                Object made = tables.execute(
                                "INSERT INTO video_job (src_hash, status) VALUES (?, ?) RETURNING id",
                                "hash123",
                                "completed")
                        .get(0)
                        .get("id");
                tables.insertAll("highlight", List.of(Map.of("job_id", made, "score", 0.9)));
                stores.jobs().create(NewJob.of("encode", new Target("file", "a.mp4")));
            });
            assertThat(tables.execute(
                            "SELECT j.id, count(h.job_id) AS highlight_count FROM video_job j"
                                    + " LEFT JOIN highlight h ON h.job_id = j.id WHERE j.status = ? GROUP BY j.id"
                                    + " ORDER BY j.created_at DESC LIMIT ?",
                            "completed",
                            10))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("highlight_count", 1L));

            // the connection itself, for a while
            long rows = tables.connection(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet result = statement.executeQuery("SELECT count(*) FROM video_job")) {
                    result.next();
                    return result.getLong(1);
                }
            });
            assertThat(rows).isEqualTo(2);
        }
    }
}
