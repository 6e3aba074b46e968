package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Progress;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The views show what the ports answer, and are found by index where people look for one thing. */
final class ViewsTest {

    private static final Map<JobId, Claim> CLAIMS = new LinkedHashMap<>();

    /** One job in a hundred has failed. */
    private static final String MANY_ROWS = """
            INSERT INTO reelstore.job (id, type, target_type, target_id, queue, priority, parameters, max_attempts, created_at)
            SELECT gen_random_uuid(), 'encode', 'many', n::text, 'default', 0, '{}', 3, now() FROM generate_series(1, 2000) n;
            INSERT INTO reelstore.job_live (job_id, queue, type, priority, run_at, due, attempt_limit)
            SELECT id, queue, type, priority, created_at, TRUE, 3 FROM reelstore.job WHERE target_type = 'many' AND right(target_id, 1) < '5';
            INSERT INTO reelstore.job_end (job_id, status, run_at, fence, attempts, attempt_limit, finished_at)
            SELECT id, CASE WHEN target_id LIKE '%77' THEN 'FAILED' ELSE 'COMPLETED' END, created_at, 1, 1, 3, now()
            FROM reelstore.job WHERE target_type = 'many' AND right(target_id, 1) >= '5';
            INSERT INTO reelstore.video (id, title, views, likes, status, created_at, updated_at)
            SELECT gen_random_uuid(), 'many', 0, 0, 'DRAFT', now(), now() FROM generate_series(1, 2000);
            INSERT INTO reelstore.video_quality (id, video_id, level, variant, url, status, is_default,
              processing_started_at, processing_completed_at, created_at, updated_at)
            SELECT gen_random_uuid(), id, '720p', '', 'file:///a', 'READY', TRUE, now(), now(), now(), now()
            FROM reelstore.video WHERE title = 'many';
            ANALYZE reelstore.job, reelstore.job_live, reelstore.job_end, reelstore.video, reelstore.video_quality,
              reelstore.channel""";

    private static PostgresPersistence store;

    @BeforeAll
    static void open() {
        TestStore.clear();
        store = PostgresPersistence.open(TestStore.settings());
    }

    @AfterAll
    static void close() {
        store.close();
        TestStore.clear();
    }

    @Test
    void aJobInEachStatusReadsAsItsPortAnswers() throws SQLException {
        JobId queued = create("queued", 9).id();
        JobId backingOff = claimed("later").jobId();
        store.claims().fail(claimOf(backingOff), JobFailure.retryAfter(Duration.ofHours(1), "flaky"));
        JobId running = claimed("running").jobId();
        JobId completed = claimed("completed").jobId();
        store.claims().complete(claimOf(completed), new JsonDocument("{\"ok\":true}"));
        JobId failed = claimed("failed").jobId();
        store.claims().fail(claimOf(failed), JobFailure.forGood("broken"));
        JobId cancelled = create("cancelled", 0).id();
        store.jobs().cancel(cancelled);
        JobId retried = claimed("retried").jobId();
        store.claims().fail(claimOf(retried), JobFailure.forGood("again"));
        store.jobs().retry(retried, Set.of());

        List<JobId> all = List.of(queued, backingOff, running, completed, failed, cancelled, retried);
        for (JobId id : all) {
            assertThat(view("jobs", id.value().toString())).as("%s", id).containsAllEntriesOf(expected(id));
        }
    }

    @Test
    void aVideoReadsAsItsPortsAnswer() throws SQLException {
        SourceHash hash = new SourceHash("ab".repeat(32));
        var channel = store.channels().register(NewChannel.of("CH1", "News")).channel();
        Video video = store.videos()
                .create(NewVideo.ofExternalId("v1")
                        .sourceHash(hash)
                        .title("One")
                        .channel(channel.id())
                        .duration(Duration.ofMillis(1_500)));
        VideoId id = video.id();
        assertThat(view("videos", id.toString()))
                .containsEntry("default_level", null)
                .containsEntry("ready_qualities", 0L);
        VideoQuality best = store.qualities().put(NewQuality.of(id, QualityLevel.LEVEL_720P, "file:///720"));
        store.qualities().put(NewQuality.of(id, QualityLevel.LEVEL_360P, "file:///360"));
        store.qualities().setDefault(id, best.id());

        assertThat(view("videos", id.toString()))
                .containsEntry("external_id", "v1")
                .containsEntry("source_hash", hash.hex())
                .containsEntry("channel_id", channel.id().value())
                .containsEntry("channel_external_id", "CH1")
                .containsEntry("channel_name", "News")
                .containsEntry("title", "One")
                .containsEntry("duration", "00:00:01.5")
                .containsEntry("status", video.status().name())
                .containsEntry("default_quality_id", best.id().value())
                .containsEntry("default_level", "720p")
                .containsEntry("default_url", "file:///720")
                .containsEntry("default_status", best.status().name())
                .containsEntry("created_at", video.createdAt())
                .satisfies(row -> assertThat((Long) row.get("ready_qualities")
                                + (Long) row.get("processing_qualities")
                                + (Long) row.get("failed_qualities"))
                        .isEqualTo(2));
    }

    @Test
    void theDocumentNamesTheColumnsInTheirOrder() throws Exception {
        String document = Files.readString(Path.of("..", "docs", "views.md"));

        assertThat(documented(document, "jobs")).isEqualTo(columns("jobs"));
        assertThat(documented(document, "videos")).isEqualTo(columns("videos"));
    }

    @Test
    void oneJobIsFoundByPrimaryKeysAlsoInAJoin() throws SQLException {
        String byId = plan("SELECT v.* FROM reelstore.jobs v WHERE v.id = '01890a5d-ac96-774b-bcce-b302099a8057'");
        String joined = plan("SELECT v.status FROM (VALUES ('01890a5d-ac96-774b-bcce-b302099a8057'::uuid)) mine (id)"
                + " JOIN reelstore.jobs v ON v.id = mine.id");

        for (String plan : List.of(byId, joined)) {
            assertThat(plan)
                    .contains("job_pkey", "job_live_pkey", "job_end_pkey")
                    .doesNotContain("Seq Scan on job");
        }
    }

    @Test
    void jobsThatWaitAreSoughtAmongLiveOnesAndFailuresByTheirIndex() throws SQLException {
        assertThat(plan("SELECT v.id FROM reelstore.jobs v WHERE v.status = 'QUEUED' AND v.queue = 'default'"))
                .contains("job_live")
                .doesNotContain("Seq Scan on job_end", "job_end_pkey");
        assertThat(plan("SELECT v.id FROM reelstore.jobs v WHERE v.status = 'FAILED'"))
                .contains("job_end_bad");
    }

    @Test
    void oneVideoIsFoundByPrimaryKeys() throws SQLException {
        assertThat(plan("SELECT v.* FROM reelstore.videos v WHERE v.id = '01890a5d-ac96-774b-bcce-b302099a8057'"))
                .contains("video_pkey", "Index Scan using video_quality")
                .doesNotContain("Seq Scan");
    }

    private static Map<String, Object> expected(JobId id) {
        Job job = store.jobs().get(id);
        MediaSource source = job.source();
        Progress progress = Progress.of(job, store.jobs().stages(id));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id.value());
        row.put("type", job.type());
        row.put("target_type", job.target().type());
        row.put("target_id", job.target().id());
        row.put("queue", job.queue());
        row.put("priority", job.priority());
        row.put("status", job.status().name());
        row.put("attempt", job.attempt());
        row.put("attempt_limit", job.attemptLimit());
        row.put("max_attempts", job.maxAttempts());
        row.put("run_at", job.runAt());
        row.put("timeout", "00:10:00");
        row.put("worker", job.worker() == null ? null : job.worker().value());
        row.put("stage", progress.stage());
        row.put("percent", progress.percent());
        row.put("error", job.error());
        row.put("created_at", job.createdAt());
        row.put("started_at", job.startedAt());
        row.put("finished_at", job.finishedAt());
        row.put("source_hash", source.hash().hex());
        row.put("source_location", source.location());
        row.put("source_file_name", source.fileName());
        row.put("source_size_bytes", source.sizeBytes());
        row.put("source_content_type", source.contentType());
        row.put("parameters", job.parameters().text());
        row.put("result", job.result() == null ? null : job.result().text());
        return row;
    }

    private static Job create(String film, int priority) {
        return store.jobs()
                .create(NewJob.of("encode", new Target("film", film))
                        .queue(film)
                        .priority(priority)
                        .timeout(Duration.ofMinutes(10))
                        .parameters("{\"level\": 720}")
                        .source(new MediaSource(
                                new SourceHash("cd".repeat(32)), "/in/a.mp4", "a.mp4", 42L, "video/mp4")));
    }

    /** With two stages at work, of which "upload" was written last. */
    private static Claim claimed(String film) {
        create(film, 0);
        Claim claim = store.claims()
                .claim(ClaimRequest.of(WorkerId.next(), film, List.of("encode")))
                .get(0);
        store.claims().progress(claim, new StageProgress("render", 2, 33.33, null));
        store.claims().progress(claim, new StageProgress("upload", 1, 50.01, null));
        CLAIMS.put(claim.jobId(), claim);
        return claim;
    }

    private static Claim claimOf(JobId id) {
        return CLAIMS.get(id);
    }

    private static Map<String, Object> view(String view, String id) throws SQLException {
        try (Connection connection = TestStore.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET intervalstyle = 'postgres'");
            try (ResultSet rows =
                    statement.executeQuery("SELECT v.* FROM reelstore." + view + " v WHERE v.id = '" + id + "'")) {
                assertThat(rows.next()).isTrue();
                ResultSetMetaData columns = rows.getMetaData();
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnName(i), value(rows, i));
                }
                assertThat(rows.next()).isFalse();
                checkLease(row);
                return row;
            }
        }
    }

    private static void checkLease(Map<String, Object> row) {
        if ("RUNNING".equals(row.get("status"))) {
            assertThat((String) row.get("lease_left")).startsWith("00:00:1");
        } else if (row.containsKey("lease_left")) {
            assertThat(row).containsEntry("lease_left", null);
        }
    }

    private static Object value(ResultSet rows, int column) throws SQLException {
        return switch (rows.getMetaData().getColumnTypeName(column)) {
            case "timestamptz" -> instant(rows.getObject(column, OffsetDateTime.class));
            case "interval", "json", "text" -> rows.getString(column);
            case "numeric" -> rows.getDouble(column);
            default -> rows.getObject(column);
        };
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** The names in the first column of the table under the view's heading. */
    private static List<String> documented(String document, String view) {
        String section = document.split("## reelstore\\." + view + "\n")[1].split("\n## ")[0];
        return section.lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> Pattern.compile("`(\\w+)`")
                        .matcher(line.split("\\|")[1])
                        .results())
                .map(name -> name.group(1))
                .toList();
    }

    private static List<String> columns(String view) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = TestStore.dataSource().getConnection();
                ResultSet columns = connection.getMetaData().getColumns(null, "reelstore", view, null)) {
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME"));
            }
        }
        return names;
    }

    /** As it is on tables with many rows: on tables without, all indexes cost the same. */
    private static String plan(String query) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Connection connection = TestStore.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL enable_seqscan = off");
            statement.execute(MANY_ROWS);
            try (ResultSet lines = statement.executeQuery("EXPLAIN " + query)) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
            connection.rollback();
        }
        return String.join("\n", plan);
    }
}
