package dev.reelstore.fire.pooler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.fire.server.Server;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * A pooler that lends sessions for one transaction at a time: the whole contract holds through it, or of it the parts that
 * {@code reelstore.fire.contract} names, such as {@code Claim,Contention}.
 */
@Tag("fire")
public final class PoolerContractCampaignTest {

    /** So few can only mean that it was not run. */
    private static final int LEAST_TESTS = 500;

    private static final String PARTS = System.getProperty("reelstore.fire.contract", "");

    @Test
    void theWholeContractHoldsThroughPgBouncer() throws Exception {
        Campaign.run("pgbouncer-contract", campaign -> {
            assumeTrue(campaign.longRun(), "only in a long run");
            Server server = campaign.closing(Server.create(campaign.folder().resolve("server"), "max_connections=100"));
            PooledFixture.Place place = new PooledFixture.Place(server, PgBouncer.before(server, campaign));
            place.prepare();
            ThroughPgBouncer.place = place;
            TestExecutionSummary summary = contract();
            campaign.report().figure("contract tests passed", summary.getTestsSucceededCount());
            campaign.report().figure("not applicable", summary.getTestsAbortedCount());
            campaign.report()
                    .figure(
                            "seconds",
                            Duration.ofMillis(summary.getTimeFinished() - summary.getTimeStarted())
                                    .toSeconds());
            assertThat(summary.getFailures())
                    .extracting(failure -> failure.getTestIdentifier().getUniqueId() + ": " + failure.getException())
                    .isEmpty();
            assertThat(summary.getTestsSucceededCount()).isGreaterThan(PARTS.isEmpty() ? LEAST_TESTS : 0);
        });
    }

    private static TestExecutionSummary contract() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(ThroughPgBouncer.class))
                        .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(asked(test)))
                        .forExecution()
                        .listeners(listener)
                        .build());
        return listener.getSummary();
    }

    private static boolean asked(TestDescriptor test) {
        String id = test.getUniqueId().toString();
        return PARTS.isEmpty()
                || !id.contains("[nested-class:")
                || Stream.of(PARTS.split(",")).anyMatch(part -> id.contains("[nested-class:" + part + "Test]"));
    }
}
