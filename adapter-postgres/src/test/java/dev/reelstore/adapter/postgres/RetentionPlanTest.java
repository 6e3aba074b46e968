package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobPurge;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.TargetBatch;
import dev.reelstore.domain.journal.JournalCursor;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.scripting.defaults.DefaultParameterHandler;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Among many jobs and many records, what reads or purges a few of them walks an index. */
final class RetentionPlanTest {

    private static final int JOBS = 5_000;
    private static final int OF_ONE_JOB = 500;
    private static final Configuration CONFIGURATION = Mapping.configuration();

    private static JobId job;

    @BeforeAll
    static void load() {
        TestStore.clear();
        List<NewJob> jobs = IntStream.range(0, JOBS)
                .mapToObj(i -> NewJob.of("encode", new Target("film", "film-" + i)))
                .toList();
        job = jobs.get(7).id();
        try (PostgresPersistence store = PostgresPersistence.open(TestStore.settings())) {
            store.jobs().createAll(jobs);
            store.journal()
                    .logAll(jobs.stream()
                            .map(one -> NewLogEntry.of(one.id(), "render", LogStatus.NOTE))
                            .toList());
            store.journal()
                    .measureAll(jobs.stream()
                            .map(one -> NewMetric.of(one.id(), "render", Duration.ZERO))
                            .toList());
            store.journal()
                    .logAll(IntStream.range(0, OF_ONE_JOB)
                            .mapToObj(i -> NewLogEntry.of(job, "render", LogStatus.NOTE))
                            .toList());
            store.journal()
                    .measureAll(IntStream.range(0, OF_ONE_JOB)
                            .mapToObj(i -> NewMetric.of(job, "render", Duration.ZERO))
                            .toList());
        }
        TestStore.execute("WITH gone AS (DELETE FROM reelstore.job_live RETURNING job_id, run_at, fence, attempts,"
                + " attempt_limit) INSERT INTO reelstore.job_end (job_id, status, run_at, fence, attempts,"
                + " attempt_limit, finished_at) SELECT job_id, 'CANCELLED', run_at, fence, attempts, attempt_limit,"
                + " run_at + row_number() OVER () * interval '1 second' FROM gone");
        // Written anew: what other tests left in the indexes counts among the costs.
        TestStore.execute("VACUUM (FULL, ANALYZE) reelstore.job, reelstore.job_live, reelstore.job_end,"
                + " reelstore.job_log, reelstore.job_metric");
    }

    @AfterAll
    static void clear() {
        TestStore.clear();
    }

    @Test
    void thePagesOfAJobAreReadByItsIndex() throws SQLException {
        JournalQuery query = JournalQuery.newestFirst(JournalFilter.of(job))
                .after(new JournalCursor(Instant.parse("2030-01-01T00:00:00Z"), job.value(), job));

        assertThat(plan(JournalMapper.class, "entries", JournalListing.of(query, Set.of())))
                .contains("job_log_by_job")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan(JournalMapper.class, "metrics", JournalListing.of(query, Set.of())))
                .contains("job_metric_by_job")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan(JournalMapper.class, "latest", job))
                .containsPattern("job_log_(by_job|pkey)")
                .doesNotContain("Seq Scan");
        assertThat(plan(JournalMapper.class, "durations", JournalListing.of(JournalFilter.of(job))))
                .containsPattern("job_metric_(by_job|pkey)")
                .doesNotContain("Seq Scan");
    }

    @Test
    void thePagesOfAllJobsAreReadByTheIndexOfTimes() throws SQLException {
        JournalQuery query = JournalQuery.oldestFirst(JournalFilter.all());

        assertThat(plan(JournalMapper.class, "entries", JournalListing.of(query, Set.of())))
                .contains("job_log_by_time")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan(JournalMapper.class, "entries", JournalListing.of(query, EnumSet.of(LogStatus.FAILED))))
                .contains("job_log_failed")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan(JournalMapper.class, "metrics", JournalListing.of(query, Set.of())))
                .contains("job_metric_by_time")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void aPurgeWalksTheIndexOfTimes() throws SQLException {
        Map<String, Object> old = Map.of("before", Instant.parse("2100-01-01T00:00:00Z"), "limit", 100);

        assertThat(plan(JournalMapper.class, "purgeLog", old))
                .contains("job_log_by_time", "Tid Scan on job_log")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan(JournalMapper.class, "purgeMetrics", old))
                .contains("job_metric_by_time", "Tid Scan on job_metric")
                .doesNotContain("Seq Scan", "Sort");
        JobPurge purge = JobPurge.before(Instant.parse("2100-01-01T00:00:00Z")).limit(100);
        assertThat(plan(JobMapper.class, "purge", purge))
                .contains("job_end_by_finish", "job_pkey")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void manyTargetsAreLookedUpOneByOneInTheirIndex() throws SQLException {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            targets.add(new Target("film", "film-" + i));
        }
        for (Set<JobStatus> statuses : List.of(Set.<JobStatus>of(), JobStatus.live())) {
            TargetKeys keys = new TargetKeys(TargetBatch.of("encode", targets, statuses));
            assertThat(plan(JobMapper.class, "existing", keys))
                    .contains("job_by_target")
                    .doesNotContain("Seq Scan on job ", "Seq Scan on job_end");
        }
    }

    /** The sweep deletes gates; one that somebody holds stays. */
    @Test
    void gatesThatNobodyHoldsGoWithAPurge() {
        try (PostgresPersistence store = PostgresPersistence.open(TestStore.settings())) {
            JobPurge none = JobPurge.before(Instant.parse("2000-01-01T00:00:00Z"));
            for (int i = 0; i < 3; i++) {
                store.jobs().createIfAbsent(NewJob.of("probe", new Target("film", "film-" + i)), Set.of());
            }
            assertThat(TestStore.count("reelstore.job_gate")).isEqualTo(3);
            try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT.isolation(Isolation.READ_COMMITTED))) {
                unit.stores().jobs().createIfAbsent(NewJob.of("probe", new Target("film", "held")), Set.of());
                unit.commit();
            }
            store.jobs().purge(none.limit(1));
            assertThat(TestStore.count("reelstore.job_gate"))
                    .as("no more than the limit")
                    .isEqualTo(3);
            store.jobs().purge(none);
            assertThat(TestStore.count("reelstore.job_gate")).isZero();
            assertThat(store.jobs().count(JobFilter.all().type("probe"))).isEqualTo(4);
        }
    }

    /** Without the costs of sequential reads where the call itself asks for that. */
    private static String plan(Class<?> mapper, String statement, Object parameter) throws SQLException {
        MappedStatement mapped = CONFIGURATION.getMappedStatement(mapper.getName() + "." + statement);
        BoundSql sql = mapped.getBoundSql(parameter);
        List<String> plan = new ArrayList<>();
        try (Connection connection = TestStore.dataSource().getConnection();
                PreparedStatement explained = connection.prepareStatement("EXPLAIN " + sql.getSql())) {
            connection.setAutoCommit(false);
            new DefaultParameterHandler(mapped, parameter, sql).setParameters(explained);
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
