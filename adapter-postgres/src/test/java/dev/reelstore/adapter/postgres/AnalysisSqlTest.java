package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.analysis.ContentSegment;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.analysis.SilenceRegion;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.analysis.TranscriptSegment;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the statements on findings cost: how many there are, which index each walks, and what SQL by hand leaves behind. */
final class AnalysisSqlTest {

    private static final int JOBS = 2_000;
    private static final int ANALYSED = 25;
    private static final int FINDINGS = 100;
    private static final TimeRange RANGE = TimeRange.ofMillis(10, 20);
    private static final Map<FindingKind<?>, String> TABLES = Map.of(
            FindingKind.TRANSCRIPT, "transcript_segment",
            FindingKind.SILENCE, "silence_region",
            FindingKind.CONTENT, "content_segment",
            FindingKind.HIGHLIGHT, "highlight",
            FindingKind.CLIP, "clip");

    private static final Configuration CONFIGURATION = Mapping.configuration();

    private static JobId job;

    @BeforeAll
    static void load() {
        TestStore.clear();
        try (PostgresPersistence stores = PostgresPersistence.on(TestStore.dataSource())) {
            List<NewJob> jobs = IntStream.range(0, JOBS)
                    .mapToObj(i -> NewJob.of("find", new Target("film", "film-" + i)))
                    .toList();
            stores.jobs().createAll(jobs);
            for (NewJob analysed : jobs.subList(0, ANALYSED)) {
                job = analysed.id();
                stores.analysis().add(findings(job));
                stores.analysis().putLayout(Layout.of(job, "full"));
            }
        }
        // Written anew: what other tests left in the indexes counts among the costs.
        TABLES.values().forEach(table -> TestStore.execute("VACUUM (FULL, ANALYZE) reelstore." + table));
        TestStore.execute("VACUUM (FULL, ANALYZE) reelstore.job");
    }

    @AfterAll
    static void clear() {
        TestStore.clear();
    }

    @Test
    void theFirstOfAListAreReadInTheOrderOfTheIndex() throws SQLException {
        for (FindingKind<?> kind : FindingKind.all()) {
            FindingQuery<?> all = FindingQuery.of(job, kind);
            assertThat(explain(FindingMapper.class, "list", new FindingSearch(all.limit(10))))
                    .contains("Index Scan using " + TABLES.get(kind) + "_by_job")
                    .doesNotContain("Sort");
        }
    }

    @Test
    void whatIsSearchedForOrCountedOrDeletedIsReadByJob() throws SQLException {
        List<FindingQuery<?>> queries = List.of(
                FindingQuery.of(job, FindingKind.SILENCE),
                FindingQuery.of(job, FindingKind.CLIP).overlapping(RANGE),
                FindingQuery.of(job, FindingKind.TRANSCRIPT).containing("word"),
                FindingQuery.of(job, FindingKind.CONTENT).keyword("one").bestFirst(),
                FindingQuery.of(job, FindingKind.HIGHLIGHT)
                        .leastScore(0.5)
                        .bestFirst()
                        .limit(5));
        for (FindingQuery<?> query : queries) {
            readsByJob(query.kind(), explain(FindingMapper.class, "list", new FindingSearch(query)));
            readsByJob(query.kind(), explain(FindingMapper.class, "count", new FindingSearch(query)));
        }
        for (FindingKind<?> kind : FindingKind.all()) {
            readsByJob(kind, explain(FindingMapper.class, "delete", Map.of("job", job, "kind", kind)));
        }
    }

    @Test
    void idsAreLookedUpByThePrimaryKey() throws SQLException {
        for (FindingKind<?> kind : FindingKind.all()) {
            List<Finding> few = findings(job).stream()
                    .filter(finding -> finding.kind() == kind)
                    .limit(3)
                    .toList();
            assertThat(explain(FindingMapper.class, "owners", new FindingBatch(kind, few)))
                    .contains(TABLES.get(kind) + "_pkey")
                    .doesNotContain("Seq Scan");
        }
        assertThat(explain(FindingMapper.class, "pin", Map.of("jobs", List.of(job))))
                .contains("job_pkey");
        assertThat(explain(FindingMapper.class, "takeTurn", job)).contains("job_pkey");
    }

    @Test
    void jobsAreReadWithWhatBelongsToThemByItsIndex() throws SQLException {
        JobQuery page =
                JobQuery.newestFirst(JobFilter.all().status(JobStatus.QUEUED)).limit(5);

        assertThat(explain(JobMapper.class, "findWithClips", job))
                .contains("clip_by_job")
                .contains("job_pkey")
                .doesNotContain("Seq Scan on clip");
        assertThat(explain(JobMapper.class, "listHighlightCounts", JobListing.of(page)))
                .contains("highlight_by_job")
                .doesNotContain("Seq Scan on highlight");
    }

    @Test
    void aJobWithItsClipsAndAPageWithItsCountsAreOneStatementEach() throws SQLException {
        assertThat(statementsOf(stores -> assertThat(stores.analysis().findJobWithClips(job))
                        .hasValueSatisfying(found -> assertThat(found.clips()).hasSize(FINDINGS))))
                .isEqualTo(1);
        assertThat(statementsOf(stores -> assertThat(
                                stores.analysis().listHighlightCounts(JobQuery.oldestFirst(JobFilter.all())))
                        .filteredOn(found -> found.highlights() == FINDINGS)
                        .isNotEmpty()))
                .isEqualTo(1);
    }

    @Test
    void howManyStatementsKeepFindingsDoesNotDependOnTheirNumber() throws SQLException {
        int few = statementsOf(stores -> stores.analysis().add(findings(job).subList(0, 2)));
        int many = statementsOf(stores -> stores.analysis().add(findings(job)));

        assertThat(many).isEqualTo(1 + 2 * FindingKind.all().size());
        assertThat(few).isLessThan(many);
    }

    @Test
    void deletingAJobBySqlLeavesNothingBehind() throws SQLException {
        undone(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM reelstore.job")) {
                delete.execute();
                for (String table : List.of(
                        "transcript_segment", "silence_region", "layout", "content_segment", "highlight", "clip")) {
                    assertThat(count(connection, table)).as(table).isZero();
                }
            } catch (SQLException failed) {
                throw new AssertionError(failed);
            }
        });
        assertThat(TestStore.count("reelstore.clip")).as("rolled back").isEqualTo(ANALYSED * FINDINGS);
    }

    private static List<Finding> findings(JobId job) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < FINDINGS; i++) {
            TimeRange range = TimeRange.ofMillis(i * 10L, i * 10L + 10);
            findings.add(TranscriptSegment.of(job, range, "some words " + i));
            findings.add(SilenceRegion.of(job, range));
            findings.add(ContentSegment.of(job, range, i, "topic", i / 1_000.0).keywords(List.of("one", "two")));
            findings.add(Highlight.of(job, range, i));
            findings.add(Clip.of(job, range, i, "clip"));
        }
        return findings;
    }

    private static void readsByJob(FindingKind<?> kind, String plan) {
        assertThat(plan).contains(TABLES.get(kind) + "_by_job").doesNotContain("Seq Scan");
    }

    private static String explain(Class<?> mapper, String name, Object parameter) throws SQLException {
        MappedStatement statement = CONFIGURATION.getMappedStatement(mapper.getName() + "." + name);
        BoundSql bound = statement.getBoundSql(parameter);
        List<String> plan = new ArrayList<>();
        try (Connection connection = TestStore.dataSource().getConnection();
                PreparedStatement explained = connection.prepareStatement("EXPLAIN " + bound.getSql())) {
            statement
                    .getConfiguration()
                    .newParameterHandler(statement, parameter, bound)
                    .setParameters(explained);
            try (ResultSet lines = explained.executeQuery()) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
        }
        return String.join("\n", plan);
    }

    private static int statementsOf(Consumer<Stores> calls) throws SQLException {
        AtomicInteger statements = new AtomicInteger();
        undone(connection -> calls.accept(PostgresPersistence.joining(counting(connection, statements))));
        return statements.get();
    }

    private static Connection counting(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }

    private static void undone(Consumer<Connection> work) throws SQLException {
        try (Connection connection = TestStore.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            work.accept(connection);
            connection.rollback();
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (PreparedStatement counting = connection.prepareStatement("SELECT count(*) FROM reelstore." + table);
                ResultSet rows = counting.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
