package dev.reelstore.fire.pooler;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reelstore.fire.campaign.SystemProperty;
import dev.reelstore.testkit.mutation.BugHunt;
import dev.reelstore.testkit.mutation.ChangedClasses;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract through a pooler catches whatever counts on a session. */
final class PoolerMutantsTest {

    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final Path ADAPTER = Path.of("").toAbsolutePath().resolve("../adapter-postgres");

    private static final List<PlantedBug> BUGS = List.of(
            bug(
                    "limits are said once to a connection",
                    "PooledConnections.java",
                    "return limits.asPrelude(options) + PlainDataSource.OWN_PLANS_OF_A_TRANSACTION;",
                    "return limits.asPrelude(options).replaceAll(\";.*\", \"\");"),
            bug(
                    "statements are prepared",
                    "PlainDataSource.java",
                    "PGProperty.PREPARE_THRESHOLD, \"0\"",
                    "PGProperty.PREPARE_THRESHOLD, \"5\""),
            bug(
                    "who listens does it through the pooler",
                    "PooledConnections.java",
                    "this.session = settings.session();",
                    "this.session = settings.session() == null ? null : settings;"));

    private static PlantedBug bug(String name, String file, String find, String replace) {
        return PlantedBug.of(name, file, find, replace).deadline(DEADLINE);
    }

    static List<PlantedBug> bugs() {
        return BUGS;
    }

    @RegisterExtension
    static final SystemProperty LONG = SystemProperty.scale(10);

    @RegisterExtension
    static final SystemProperty SOME_PARTS =
            new SystemProperty("reelstore.fire.contract", "Claim,Contention,Isolation,Signals");

    @Tag("mutants")
    @Test
    void holdsWithoutOne() {
        hunt().mustPass(List.of(PoolerContractCampaignTest.class), DEADLINE);
    }

    @Tag("fire")
    @ParameterizedTest
    @MethodSource("bugs")
    void canBePlanted(PlantedBug bug) {
        ChangedClasses.of(ADAPTER, bug).close();
    }

    @Tag("mutants")
    @ParameterizedTest
    @MethodSource("bugs")
    void catches(PlantedBug bug) {
        List<String> failed = hunt().mustCatch(bug, List.of(PoolerContractCampaignTest.class));
        System.out.println("pooler mutant caught: " + bug + ", by " + failed);
    }

    private static BugHunt hunt() {
        assumeTrue(PgBouncer.installed().isPresent(), "there is no pgbouncer on this machine");
        return BugHunt.in(PoolerMutantsTest.class, ADAPTER);
    }
}
