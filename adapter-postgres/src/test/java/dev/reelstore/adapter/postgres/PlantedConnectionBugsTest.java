package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.mutation.BugHunt;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in what is done about lost and slow connections, of which the contract knows nothing. */
@Tag("fire")
final class PlantedConnectionBugsTest {

    private static final Map<PlantedBug, Class<?>> CATCHERS = Map.ofEntries(
            Map.entry(
                    PlantedBug.of(
                            "a commit in doubt is not looked up",
                            "Transaction.java",
                            "if (mark == null) {\n            throw doubt;",
                            "if (mark != null) {\n            throw doubt;"),
                    CommitInDoubtTest.class),
            Map.entry(
                    PlantedBug.of(
                            "what became of a commit is asked while it may still happen",
                            "CommitInDoubt.java",
                            "store.endProcess(mark);",
                            ""),
                    CommitInDoubtTest.class),
            Map.entry(
                    PlantedBug.of(
                            "a server that was started anew is believed",
                            "StoreMapper.xml",
                            "pg_catalog.pg_postmaster_start_time() = #{serverStart}",
                            "TRUE"),
                    CommitInDoubtTest.class),
            Map.entry(
                    PlantedBug.of(
                            "another server is believed",
                            "StoreMapper.xml",
                            "|| pg_catalog.inet_server_port(), '') = #{server}",
                            "|| pg_catalog.inet_server_port(), '') IS NOT NULL"),
                    CommitInDoubtTest.class),
            Map.entry(
                    PlantedBug.of(
                            "a unit that wrote nothing is in doubt",
                            "Transaction.java",
                            "|| mark != null && mark.transaction() == null;",
                            ";"),
                    CommitInDoubtTest.class),
            Map.entry(
                    PlantedBug.of(
                            "the time limit is for each byte of an answer",
                            "AnswerSockets.java",
                            "if (usual > 0 && timeout == usual) {",
                            "if (false) {"),
                    AnswerSocketsTest.class),
            Map.entry(
                    PlantedBug.of(
                            "the time limit counts from the first question",
                            "AnswerSockets.java",
                            "asked = System.nanoTime();\n                    out.write(oneByte);",
                            "out.write(oneByte);"),
                    AnswerSocketsTest.class),
            Map.entry(
                    PlantedBug.of(
                            "a pool asks its first connection for its isolation",
                            "PooledConnections.java",
                            "configuration.setTransactionIsolation(\"TRANSACTION_READ_COMMITTED\");",
                            ""),
                    FirstConnectionTest.class));

    private static final BugHunt HUNT = BugHunt.in(PlantedConnectionBugsTest.class);

    static Stream<PlantedBug> bugs() {
        return CATCHERS.keySet().stream();
    }

    @Test
    void theTestsPassWithoutOne() {
        HUNT.mustPass(CATCHERS.values().stream().<Class<?>>distinct().toList(), Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void isCaught(PlantedBug bug) {
        List<String> failed = HUNT.mustCatch(bug, List.of(CATCHERS.get(bug)));
        System.out.println("planted bug caught: " + bug + ", by " + failed);
    }
}
