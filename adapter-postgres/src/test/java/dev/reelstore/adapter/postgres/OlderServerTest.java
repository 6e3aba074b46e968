package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The whole contract on the older servers that the system has, in a JVM of its own: this one has its server already. */
final class OlderServerTest {

    private static final long MOST_OF_THE_CONTRACT = 300;

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17})
    void theContractPasses(int version, @TempDir Path folder) throws Exception {
        Optional<Path> programs = InstalledServer.programs(version);
        assumeTrue(programs.isPresent(), "PostgreSQL " + version + " is not installed");
        try (InstalledServer server = InstalledServer.start(programs.get(), folder)) {
            Process run = ChildProcess.start(server.database(), ContractRun.class);
            assertThat(ChildProcess.output(run)).last().asString().matches("PostgreSQL " + version + "\\..*: passed");
        }
    }

    /** The other process of this test. */
    static final class ContractRun {

        public static void main(String[] arguments) {
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(OpenContractTest.class))
                                    .build(),
                            listener);
            TestExecutionSummary summary = listener.getSummary();
            summary.printFailuresTo(new PrintWriter(System.out), 20);
            boolean passed =
                    summary.getTotalFailureCount() == 0 && summary.getTestsSucceededCount() > MOST_OF_THE_CONTRACT;
            System.out.println("PostgreSQL " + TestStore.version() + " " + summary.getTestsSucceededCount() + " tests: "
                    + (passed ? "passed" : "failed"));
            TestStore.close();
            System.exit(0);
        }
    }
}
