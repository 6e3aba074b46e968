package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** The contract is worth something: a statement that is wrong in one place does not get through it. */
final class PlantedSqlTest {

    static Stream<Arguments> bugs() {
        return Stream.of(
                bug(
                        "no fence, no token",
                        "StaleClaim",
                        ClaimMapper.class,
                        " AND l.fence = #{claim.fence} AND l.token = #{claim.token}",
                        ""),
                bug("no token", "StaleClaim", ClaimMapper.class, " AND l.token = #{claim.token}", ""),
                bug(
                        "claims that wait for each other",
                        "Claim",
                        ClaimMapper.class,
                        "ORDER BY r.priority, r.run_at, r.job_id\n      LIMIT #{limit}\n      FOR NO KEY UPDATE SKIP LOCKED",
                        "ORDER BY r.priority, r.run_at, r.job_id\n      LIMIT #{limit}\n      FOR NO KEY UPDATE"),
                bug(
                        "claims out of order",
                        "Claim",
                        ClaimMapper.class,
                        "ORDER BY r.priority, r.run_at, r.job_id",
                        "ORDER BY r.run_at, r.job_id"),
                bug(
                        "claims of any type",
                        "Claim",
                        ClaimMapper.class,
                        " AND r.type = ANY (#{types,typeHandler=textArray})",
                        ""),
                bug(
                        "no gate",
                        "CreateRace",
                        JobMapper.class,
                        "#{targetId}::text) COLLATE",
                        "gen_random_uuid()::text) COLLATE"),
                bug(
                        "attempts without end",
                        "Settlement",
                        ClaimMapper.class,
                        "l.attempts &lt; l.attempt_limit AND #{failure",
                        "#{failure"),
                bug(
                        "a release that costs an attempt",
                        "Settlement",
                        ClaimMapper.class,
                        "attempts = l.attempts - 1",
                        "attempts = l.attempts"),
                bug(
                        "a rescue of whoever is still alive",
                        "Rescue",
                        ClaimMapper.class,
                        "w.lease_until &lt;= (SELECT reelstore.clock())\n        AND ",
                        ""),
                bug(
                        "a rescue that passes over guarded jobs",
                        "ClaimGuard",
                        ClaimMapper.class,
                        "ORDER BY l.job_id\n      FOR UPDATE\n    ), waiting",
                        "ORDER BY l.job_id\n      FOR UPDATE SKIP LOCKED\n    ), waiting"),
                bug(
                        "a guard that locks nothing",
                        "ClaimGuard",
                        ClaimMapper.class,
                        "<include refid=\"held\"/> FOR NO KEY UPDATE",
                        "<include refid=\"held\"/>"),
                bug(
                        "the old default stays",
                        "DefaultQuality",
                        QualityMapper.class,
                        "SET is_default = FALSE",
                        "SET is_default = is_default"),
                bug(
                        "a default of another video",
                        "DefaultQuality",
                        QualityMapper.class,
                        "WHERE q.id = #{id} AND q.video_id = #{video} AND",
                        "WHERE q.id = #{id} AND"),
                bug(
                        "a new rendition takes the default along",
                        "Quality",
                        QualityMapper.class,
                        "is_default = q.is_default AND excluded.status &lt;&gt; 'FAILED',",
                        "is_default = FALSE,"),
                bug(
                        "pages that overlap",
                        "JobPage",
                        JobMapper.class,
                        "(j.created_at, j.id) &gt; (#{after",
                        "(j.created_at, j.id) &gt;= (#{after"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void theContractCatches(String bug, String part, PlantedSql planted) throws Exception {
        TestExecutionSummary summary = run(part, planted);

        assertThat(summary.getTestsFailedCount())
                .as("tests that fail with " + bug)
                .isPositive();
    }

    @Test
    void withoutABugTheSameWayOfRunningItPasses() throws Exception {
        TestExecutionSummary summary = run("StaleClaim", new PlantedSql(ClaimMapper.class, "UPDATE", "UPDATE"));

        assertThat(summary.getFailures()).extracting(Failure::getException).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(5);
    }

    private static TestExecutionSummary run(String part, PlantedSql planted) throws Exception {
        Class<?> tests = planted.loadClass(OpenContractTest.class.getName() + "$" + part);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        try {
            LauncherFactory.create().execute(request, listener);
            return listener.getSummary();
        } finally {
            Method close = planted.loadClass(TestStore.class.getName()).getDeclaredMethod("close");
            close.setAccessible(true);
            close.invoke(null);
        }
    }

    private static Arguments bug(String name, String part, Class<?> mapper, String right, String wrong) {
        return Arguments.of(name, part, new PlantedSql(mapper, right, wrong));
    }
}
