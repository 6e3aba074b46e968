package dev.reelstore.fire.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.testkit.mutation.ChangedClasses;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each campaign against processes catches a bug that is planted in what those processes run. */
final class ProcessMutantsTest {

    private static final Path APPLICATION = Path.of("../application");
    private static final Path ADAPTER = Path.of("../adapter-postgres");
    private static final Path CLI = Path.of("../cli");

    @TempDir
    private static Path folder;

    /** What a campaign does with processes that are started so. */
    private interface Campaign {

        void run(Jvm jvm, RandomGenerator random) throws Exception;
    }

    /**
     * A bug that has to be caught.
     *
     * @param module where it is planted
     * @param campaign what must catch it
     * @param verdict what that must say
     */
    private record Mutant(PlantedBug bug, Path module, Campaign campaign, String verdict) {

        @Override
        public String toString() {
            return bug.name();
        }
    }

    private static Stream<Mutant> mutants() {
        return Stream.of(
                new Mutant(
                        PlantedBug.of(
                                "effects are committed before the completion that they belong to",
                                "ClaimCalls.java",
                                """
                                        return this.<Settlement, E>under(last, Settlement.STALE, stores -> {
                                                    JsonDocument result = guarded(stores, effects);
                                                    return stores.claims().complete(claim, result);
                                                });""",
                                """
                                        JsonDocument result =
                                                store.unrepeated().<JsonDocument, E>call(stores -> guarded(stores, effects));
                                        return this.<Settlement, E>under(
                                                last, Settlement.STALE, stores -> stores.claims().complete(claim, result));"""),
                        APPLICATION,
                        killed("before complete"),
                        "an effect"),
                new Mutant(
                        PlantedBug.of(
                                "nobody looks for the dead", "Rescuing.java", "claims.rescue()", "new Rescue(0, 0)"),
                        APPLICATION,
                        killed("after claim"),
                        "takes up what one held that died after claim"),
                new Mutant(
                        PlantedBug.of(
                                "the living are rescued too",
                                "ClaimMapper.xml",
                                "w.lease_until &lt;= (SELECT reelstore.clock())\n        AND ",
                                ""),
                        ADAPTER,
                        killed("after heartbeat", "after claim", "before claim"),
                        "a living worker's claim"),
                new Mutant(
                        PlantedBug.of(
                                "claims are compared by their job only",
                                "ClaimMapper.xml",
                                "l.job_id = #{claim.job.id} AND l.fence = #{claim.fence} AND l.token = #{claim.token}",
                                "l.job_id = #{claim.job.id}"),
                        ADAPTER,
                        (jvm, random) -> new PausedWorkers(jvm, 8, random).run(),
                        "a claim that was lost meanwhile"),
                new Mutant(
                        PlantedBug.of(
                                "handlers are not told that their claim is lost",
                                "Shift.java",
                                ".forEach(Attempt::lose)",
                                ".forEach(attempt -> {})"),
                        APPLICATION,
                        (jvm, random) -> new PausedWorkers(jvm, 8, random).run(),
                        "LEASE_LOST"),
                new Mutant(
                        PlantedBug.of(
                                "tables that a killed process left half made are taken for whole",
                                "Migration.java",
                                "if (version < Schema.VERSION) {",
                                "if (version == 0) {"),
                        ADAPTER,
                        (jvm, random) -> new StartRace(jvm, 4, random).run(),
                        "the history of the tables"),
                new Mutant(
                        PlantedBug.of(
                                "a lease begins by the clock of the worker's process",
                                "ClaimMapper.xml",
                                "SELECT #{worker}, #{lease} * interval '1 microsecond', reelstore.clock() +",
                                """
                                        <bind name="here" value="@java.time.Instant@now().toString()"/>
                                            SELECT #{worker}, #{lease} * interval '1 microsecond', #{here}::timestamptz +"""),
                        ADAPTER,
                        (jvm, random) -> new WrongClocks(jvm).run(),
                        "did not say 'began"),
                new Mutant(
                        PlantedBug.of(
                                "an interrupted thread does not give its connection back",
                                "Returned.java",
                                "            connection.close();",
                                "            if (!interrupted) { connection.close(); }"),
                        ADAPTER,
                        (jvm, random) -> new Interrupts(jvm, 50, random).run(Threads.PLATFORM),
                        "milliseconds until the pool is whole and idle"),
                new Mutant(
                        PlantedBug.of(
                                "what a killed command had begun to write stays",
                                "Leftovers.java",
                                "PartialFile.deleteLeftover(file) ? 1 : 0",
                                "java.nio.file.Files.size(file) < 0 ? 1 : 0"),
                        CLI,
                        (jvm, random) -> new MainJob(jvm, random, reachable("leftovers")).run(4),
                        "files on disk"));
    }

    @Tag("fire")
    @ParameterizedTest
    @MethodSource("mutants")
    void canBePlanted(Mutant mutant) {
        ChangedClasses.of(mutant.module(), mutant.bug()).close();
    }

    @Tag("mutants")
    @ParameterizedTest
    @MethodSource("mutants")
    void isCaught(Mutant mutant) {
        try (ChangedClasses changed = ChangedClasses.of(mutant.module(), mutant.bug())) {
            Jvm jvm = Jvm.PLAIN.with(changed.folder());
            assertThatThrownBy(() -> mutant.campaign().run(jvm, new SplittableRandom(1)))
                    .hasStackTraceContaining(mutant.verdict());
        }
        System.out.println("mutant killed: " + mutant);
    }

    private static Campaign killed(String... points) {
        return (jvm, random) -> new KilledWorkers(jvm, List.of(points), random).run();
    }

    /** By the account, too, as which a server of root runs. */
    private static Path reachable(String name) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.createDirectory(folder.resolve(name));
    }
}
