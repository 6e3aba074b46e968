package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the statistics of an empty table, as after a first bulk load, the claim must not read its whole queue. */
final class ClaimPlanTest {

    private static final int JOBS = 10_000;

    private final ClaimRequest request =
            ClaimRequest.of(WorkerId.next(), "default", List.of("encode")).limit(10);

    @BeforeEach
    void loadWithoutStatistics() {
        TestStore.clear();
        TestStore.execute("ALTER TABLE reelstore.job_live SET (autovacuum_enabled = off)");
        TestStore.execute("VACUUM ANALYZE reelstore.job_live");
        List<NewJob> jobs = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            jobs.add(NewJob.of("encode", new Target("film", "film-" + i)).priority(i % 3));
        }
        try (PostgresPersistence store = PostgresPersistence.open(TestStore.settings())) {
            store.jobs().createAll(jobs);
        }
    }

    @AfterEach
    void reset() {
        TestStore.execute("ALTER TABLE reelstore.job_live RESET (autovacuum_enabled)");
        TestStore.clear();
    }

    @Test
    void aClaimWalksTheIndexOfWhatIsReady() throws SQLException {
        assertThat(explain("EXPLAIN "))
                .contains("Index Scan using job_live_ready")
                .contains("Index Scan using job_live_pkey")
                .doesNotContain("Seq Scan on job_live")
                .doesNotContain("Sort");
    }

    @Test
    void aClaimReadsAsManyRowsAsItTakes() throws SQLException {
        try (PostgresPersistence store = PostgresPersistence.open(TestStore.settings())) {
            store.claims().heartbeat(HeartbeatRequest.of(request.worker(), request.lease(), List.of()));
        }

        assertThat(explain("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) "))
                .containsPattern("Index Scan using job_live_ready[^\\n]*actual rows=10(\\.00)? loops=1")
                .doesNotContain("Rows Removed by Filter");
    }

    @Test
    void aClaimFromAPlaceOnBeginsThere() throws SQLException {
        QueuePlace place = new QueuePlace(0, Instant.now(), JobId.next());

        assertThat(explain("EXPLAIN ", new ClaimAttempt(request, true, place)))
                .containsPattern("Index Cond: \\(.*ROW\\(priority, run_at, job_id\\) >= ROW\\(")
                .doesNotContain("Sort");
    }

    private String explain(String how) throws SQLException {
        return explain(how, ClaimAttempt.promoted(request));
    }

    private String explain(String how, ClaimAttempt attempt) throws SQLException {
        Configuration configuration = Mapping.configuration();
        String mapper = ClaimMapper.class.getName();
        BoundSql claim = configuration.getMappedStatement(mapper + ".claim").getBoundSql(attempt);
        BoundSql settings =
                configuration.getMappedStatement(mapper + ".preferIndexes").getBoundSql(null);
        List<String> plan = new ArrayList<>();
        try (Connection connection = TestStore.dataSource().getConnection();
                Statement setting = connection.createStatement();
                PreparedStatement explained = connection.prepareStatement(how + claim.getSql())) {
            connection.setAutoCommit(false);
            setting.execute(settings.getSql());
            explained.setObject(1, request.worker().value());
            explained.setString(2, request.queue());
            explained.setArray(
                    3, connection.createArrayOf("text", request.types().toArray()));
            int next = 4;
            if (attempt.from() != null) {
                explained.setInt(next++, attempt.from().priority());
                explained.setObject(next++, attempt.from().runAt().atOffset(ZoneOffset.UTC));
                explained.setObject(next++, attempt.from().id().value());
            }
            explained.setInt(next, request.limit());
            try (ResultSet lines = explained.executeQuery()) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
            connection.rollback();
        }
        return String.join("\n", plan);
    }
}
