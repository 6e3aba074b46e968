package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.HeartbeatRequest.Report;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.JobOutput;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Among a million jobs no call of the hot path reads a table whole, or more of an index than it needs: with the
 * statistics of empty tables, as after a first load, and with fresh ones; with plans for a case, and with those that a
 * connection keeps. By the server's own counters, which count what was really read.
 */
@TestMethodOrder(OrderAnnotation.class)
final class HotPathReadsTest {

    /** A database of its own: in a shared one others would hand in what their connections read before, at any time. */
    private static final String NAME = "reelstore_reads";

    private static final int JOBS = 1_000_000;

    /** More than the driver and the server need until both keep a plan. */
    private static final int TIMES = 15;

    private static final long ROWS_A_CALL = 100;

    private static final String TABLES = "job, reelstore.job_live, reelstore.job_end, reelstore.job_stage,"
            + " reelstore.job_metric, reelstore.video, reelstore.video_quality";

    private record Reads(long scans, long rows) {}

    @BeforeAll
    static void fill() throws SQLException {
        PostgresPersistence.open(settings()).close();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            fill(statement);
        }
    }

    private static void fill(Statement statement) throws SQLException {
        // Not by DELETE: of tables that were emptied so, and looked at then, the planner believes that they stay empty.
        statement.execute("TRUNCATE reelstore." + TABLES + ", reelstore.worker CASCADE");
        for (String table : TABLES.split(", ")) {
            statement.execute("ALTER TABLE " + (table.contains(".") ? table : "reelstore." + table)
                    + " SET (autovacuum_enabled = off)");
        }
        statement.execute("ANALYZE reelstore." + TABLES);
        statement.execute("INSERT INTO reelstore.job (id, type, target_type, target_id, queue, priority, parameters,"
                + " max_attempts, created_at) SELECT gen_random_uuid(), 'encode', 'film', n, 'default', n % 3, '{}', 5,"
                + " clock_timestamp() - n * interval '1 ms' FROM generate_series(1, " + JOBS + ") n");
        statement.execute(
                "INSERT INTO reelstore.job_live (job_id, queue, type, priority, run_at, due, attempt_limit)"
                        + " SELECT id, queue, type, priority, created_at + CASE WHEN target_id LIKE '%7' THEN interval '1 day'"
                        + " ELSE interval '0' END, target_id NOT LIKE '%7', 5 FROM reelstore.job WHERE target_id NOT LIKE '%3'");
        statement.execute("INSERT INTO reelstore.job_end (job_id, status, run_at, fence, attempts, attempt_limit,"
                + " finished_at) SELECT id, 'COMPLETED', created_at, 1, 1, 5, created_at FROM reelstore.job"
                + " WHERE target_id LIKE '%3'");
        statement.execute("INSERT INTO reelstore.video (id, views, likes, status, created_at, updated_at)"
                + " SELECT gen_random_uuid(), 0, 0, 'DRAFT', clock_timestamp(), clock_timestamp()"
                + " FROM generate_series(1, " + JOBS / 10 + ")");
        statement.execute("INSERT INTO reelstore.video_quality (id, video_id, level, variant, url, status, is_default,"
                + " processing_started_at, created_at, updated_at) SELECT gen_random_uuid(), id, '720p', '', 'file:', "
                + "'PROCESSING', FALSE, created_at, created_at, created_at FROM reelstore.video");
    }

    @AfterAll
    static void empty() throws SQLException {
        execute("TRUNCATE reelstore." + TABLES + ", reelstore.worker CASCADE");
    }

    @Test
    @Order(1)
    void withTheStatisticsOfEmptyTables() throws SQLException {
        everyCallReadsLittle();
    }

    @Test
    @Order(2)
    void withFreshStatistics() throws SQLException {
        execute("ANALYZE reelstore." + TABLES);

        everyCallReadsLittle();
    }

    @Test
    @Order(3)
    void whatReadsAWholeTableIsSeen() throws SQLException {
        Reads reads = reads(store -> store.tables().execute("SELECT count(*) FROM pg_catalog.pg_class"));
        assertThat(reads.scans()).isZero();

        Reads all = reads(store -> store.jobs().count(JobFilter.all()));
        assertThat(all.scans() > 0 || all.rows() > JOBS).isTrue();
    }

    private static void everyCallReadsLittle() throws SQLException {
        Reads reads = reads(store -> {
            ClaimRequest request = ClaimRequest.of(WorkerId.next(), "default", List.of("encode"));
            for (int i = 0; i < TIMES; i++) {
                work(store, request);
            }
        });

        assertThat(reads.scans()).as("whole tables read").isZero();
        assertThat(reads.rows()).as("rows and index entries read").isLessThan(TIMES * 40 * ROWS_A_CALL);
    }

    private static void work(PostgresPersistence store, ClaimRequest request) {
        NewJob job = NewJob.of("encode", new Target("film", "new"));
        store.jobs().create(job);
        store.jobs()
                .createAll(List.of(NewJob.of("encode", new Target("film", "one")), NewJob.of("probe", job.target())));
        store.jobs()
                .create(NewJob.of("encode", job.target()).runAt(Instant.now().plusMillis(1)));
        store.jobs()
                .createIfAbsent(
                        NewJob.of("encode", new Target("film", JobId.next().toString())), EnumSet.of(JobStatus.QUEUED));
        store.jobs().get(job.id());
        store.jobs().stages(job.id());
        store.jobs().list(JobQuery.newestFirst(JobFilter.all()).limit(10));

        List<Claim> claims = new ArrayList<>(store.claims().claim(request.limit(13)));
        assertThat(claims).hasSize(13);
        store.claims()
                .heartbeat(HeartbeatRequest.of(request.worker(), request.lease(), claims)
                        .reports(List.of(new Report(claims.get(0), new StageProgress("render", 1, 10, null)))));
        store.claims().progress(claims.get(0), new StageProgress("render", 1, 20, null));
        store.claims().checkpoint(claims.get(0), "render", JsonDocument.EMPTY);
        store.claims().complete(claims.get(0), null);
        store.claims()
                .completeAll(claims.subList(1, 4).stream()
                        .map(claim -> new Completion(claim, null))
                        .toList());
        store.claims().fail(claims.get(4), JobFailure.forGood("broken"));
        store.claims().fail(claims.get(5), JobFailure.retryAfter(Duration.ZERO, "flaky"));
        store.claims().release(claims.get(6));
        store.jobs().retry(claims.get(4).jobId(), EnumSet.of(JobStatus.RUNNING));
        store.jobs().cancel(claims.get(7).jobId());
        store.jobs().delete(claims.get(8).jobId());
        publish(store, claims.get(9));
        store.unitOfWork()
                .completeAll(claims.subList(10, 13).stream()
                        .map(HotPathReadsTest::finished)
                        .toList());
    }

    private static FinishedJob finished(Claim claim) {
        return new FinishedJob(
                claim,
                JobOutput.NONE
                        .log(NewLogEntry.of(claim.jobId(), "render", LogStatus.COMPLETED))
                        .measure(NewMetric.of(claim.jobId(), "render", Duration.ZERO)));
    }

    private static void publish(PostgresPersistence store, Claim claim) {
        VideoId video = store.videos().create(NewVideo.draft()).id();
        store.unitOfWork().under(claim, stores -> {
            List<VideoQuality> put = stores.qualities()
                    .putAll(List.of(
                            NewQuality.of(video, QualityLevel.LEVEL_720P, "file:1"),
                            NewQuality.of(video, QualityLevel.LEVEL_480P, "file:2")));
            stores.qualities().setDefault(video, put.get(0).id());
            stores.journal().measure(NewMetric.of(claim.jobId(), "render", Duration.ZERO));
            return stores.claims().complete(claim, null);
        });
        store.qualities().list(video);
        store.qualities().findDefault(video);
        store.qualities().get(store.qualities().list(video).get(0).id());
    }

    /** Server processes hand their counters in when they end, and before that when they like. */
    private static Reads reads(Consumer<PostgresPersistence> work) throws SQLException {
        Reads before = counted();
        try (PostgresPersistence store = PostgresPersistence.open(settings())) {
            work.accept(store);
        }
        Reads after = counted();
        return new Reads(after.scans() - before.scans(), after.rows() - before.rows());
    }

    private static Reads counted() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            awaitOthers(statement);
            try (ResultSet row = statement.executeQuery(
                    "SELECT sum(t.seq_scan), sum(t.seq_tup_read) + sum(t.idx_tup_fetch) + (SELECT sum(i.idx_tup_read)"
                            + " FROM pg_stat_user_indexes i WHERE i.schemaname = 'reelstore' AND i.relname IN ("
                            + names()
                            + ")) FROM pg_stat_user_tables t WHERE t.schemaname = 'reelstore' AND t.relname IN ("
                            + names() + ")")) {
                row.next();
                return new Reads(row.getLong(1), row.getLong(2));
            }
        }
    }

    private static void awaitOthers(Statement statement) throws SQLException {
        for (int i = 0; i < 100; i++) {
            statement.execute("SELECT pg_stat_clear_snapshot(), pg_sleep(0.05)");
            try (ResultSet others = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE datname ="
                    + " current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'")) {
                others.next();
                if (others.getLong(1) == 0) {
                    return;
                }
            }
        }
        throw new IllegalStateException("other connections to the database are still open");
    }

    private static PostgresSettings settings() {
        return TestStore.settings(NAME).pool(PoolSettings.fixed(1, 1));
    }

    private static Connection connect() throws SQLException {
        return TestDatabase.get().named(NAME).connect();
    }

    private static void execute(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private static String names() {
        return "'" + TABLES.replace("reelstore.", "").replace(", ", "', '") + "'";
    }
}
