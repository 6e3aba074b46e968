package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.mutation.BugHunt;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in what is done about lost and slow connections, of which the contract knows nothing. */
@Tag("fire")
@Tag("mutants")
final class PlantedConnectionBugsTest {

    private static final BugHunt HUNT = BugHunt.in(PlantedConnectionBugsTest.class);

    private record Mistake(Class<?> caughtBy, PlantedBug bug) {

        @Override
        public String toString() {
            return bug.name();
        }
    }

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake(
                    CommitInDoubtTest.class,
                    PlantedBug.of(
                            "a commit in doubt is not looked up",
                            "Transaction.java",
                            "if (mark == null) {\n            throw doubt;",
                            "if (mark != null) {\n            throw doubt;")),
            new Mistake(
                    CommitInDoubtTest.class,
                    PlantedBug.of(
                            "what became of a commit is asked while it may still happen",
                            "CommitInDoubt.java",
                            "store.endProcess(mark);",
                            "")),
            new Mistake(
                    CommitInDoubtTest.class,
                    PlantedBug.of(
                            "one dead connection more leaves a commit in doubt",
                            "CommitInDoubt.java",
                            "if (!dead || ",
                            "if (dead || ")),
            new Mistake(
                    CommitInDoubtTest.class,
                    PlantedBug.of(
                            "a server that was started anew is believed",
                            "StoreMapper.xml",
                            "#{mark.server} = <include refid=\"server\"/>",
                            "split_part(#{mark.server}, ' ', 2) = split_part(<include refid=\"server\"/>, ' ', 2)")),
            new Mistake(
                    CommitInDoubtTest.class,
                    PlantedBug.of(
                            "another server is believed",
                            "StoreMapper.xml",
                            "#{mark.server} = <include refid=\"server\"/>",
                            "split_part(#{mark.server}, ' ', 1) = split_part(<include refid=\"server\"/>, ' ', 1)")),
            new Mistake(
                    CommitInDoubtTest.class,
                    PlantedBug.of(
                            "a unit that wrote nothing is in doubt",
                            "Transaction.java",
                            "|| mark != null && mark.transaction() == null;",
                            ";")),
            new Mistake(
                    AnswerSocketsTest.class,
                    PlantedBug.of(
                            "the time limit is for each byte of an answer",
                            "AnswerSockets.java",
                            "if (usual > 0 && timeout == usual) {",
                            "if (false) {")),
            new Mistake(
                    AnswerSocketsTest.class,
                    PlantedBug.of(
                            "the time limit counts from the first question",
                            "AnswerSockets.java",
                            "asked = System.nanoTime();\n                    out.write(oneByte);",
                            "out.write(oneByte);")),
            new Mistake(
                    FirstConnectionTest.class,
                    PlantedBug.of(
                            "a pool asks its first connection for its isolation",
                            "PooledConnections.java",
                            "configuration.setTransactionIsolation(\"TRANSACTION_READ_COMMITTED\");",
                            "")),
            new Mistake(
                    FirstConnectionTest.class,
                    PlantedBug.of(
                            "a pool that cannot begin with what was ready is given up",
                            "PooledConnections.java",
                            "// It is used up, and the next one need not be of its kind.",
                            "throw lost;")),
            new Mistake(
                    LoneClaimsTest.class,
                    PlantedBug.of(
                            "what a claim that failed had taken is passed over",
                            "LoneClaims.java",
                            "mark.takeBack();\n            throw failed;",
                            "throw failed;")));

    static List<Mistake> mistakes() {
        return MISTAKES;
    }

    @Test
    void theTestsPassWithoutOne() {
        List<Class<?>> tests =
                MISTAKES.stream().<Class<?>>map(Mistake::caughtBy).distinct().toList();
        HUNT.mustPass(tests, Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isCaught(Mistake mistake) {
        List<String> failed = HUNT.mustCatch(mistake.bug(), List.of(mistake.caughtBy()));
        System.out.println("planted bug caught: " + mistake + ", by " + failed);
    }
}
