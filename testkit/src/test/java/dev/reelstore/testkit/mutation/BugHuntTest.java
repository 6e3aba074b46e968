package dev.reelstore.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.reelstore.testkit.contract.LeaseContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BugHuntTest {

    private static final PlantedBug WRONG_STEP = bug("counts in twos", "Counter.java", "step(1)", "step(2)");

    @TempDir
    private Path folder;

    private BugHunt hunt;

    @BeforeEach
    void buildTheAdapter() throws IOException, ClassNotFoundException {
        hunt = BugHunt.in(new ToyModule(folder).build());
    }

    @Test
    void anAdapterWithoutABugPasses() {
        hunt.mustPass(List.of(ToyContract.class));
    }

    @Test
    void aBugInJavaIsCaughtByTheTestThatFails() {
        assertThat(hunt.mustCatch(WRONG_STEP)).containsExactly("CounterTest.countsFromOneOn");
    }

    @Test
    void aBugInAResourceIsCaught() {
        assertThat(hunt.mustCatch(bug("greets coldly", "greeting.txt", "hello", "what")))
                .containsExactly("CounterTest.greets");
    }

    @Test
    void theAdapterItselfIsNotChanged() throws IOException {
        Path source = folder.resolve("src/main/java/toy/Counter.java");
        String before = Files.readString(source);
        hunt.mustCatch(WRONG_STEP);

        assertThat(source).hasContent(before);
        hunt.mustPass(List.of(ToyContract.class));
    }

    @Test
    void aChangeThatNoTestNoticesIsReported() {
        assertThatThrownBy(() ->
                        hunt.mustCatch(bug("names a number otherwise", "Counter.java", "last = 0;", "last = 1 - 1;")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was not caught by [ToyContract]: all 3 tests passed");
    }

    @Test
    void aTextThatStandsNowhereOrTwiceCannotBeReplaced() {
        assertThatThrownBy(() -> hunt.mustCatch(bug("nowhere", "Counter.java", "first", "x")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nothing in Counter.java reads 'first'");
        assertThatThrownBy(() -> hunt.mustCatch(bug("twice", "Counter.java", "last", "first")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("more than one place in Counter.java reads 'last'");
        assertThatThrownBy(() -> hunt.mustCatch(bug("no file", "Other.java", "last", "first")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("names 0 files");
        assertThatThrownBy(() -> bug("no change", "Counter.java", "last", "last"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBugThatDoesNotCompileIsReported() {
        assertThatThrownBy(() -> hunt.mustCatch(bug("no code", "Counter.java", "return true;", "return maybe;")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("does not compile")
                .hasMessageContaining("maybe");
    }

    @Test
    void anAdapterThatIsBrokenAltogetherIsNoProof() {
        PlantedBug broken =
                bug("cannot be made", "Counter.java", "int last = 0;", "int last = Integer.parseInt(\"x\");");
        assertThat(hunt.mustCatch(broken)).as("the greeting needs no counter").hasSize(2);
        PlantedBug altogether = bug(
                "cannot be loaded",
                "Counter.java",
                "private int last = 0;",
                "private static final int NONE = Integer.parseInt(\"x\"); private int last = 0;");
        assertThatThrownBy(() -> hunt.mustCatch(altogether))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("breaks the adapter altogether");
    }

    @Test
    void aRunThatHangsCountsOnlyWhereThatWasSaid() {
        PlantedBug hangs = bug(
                "counts for ever",
                "Counter.java",
                "return step(1);",
                "try { new java.util.concurrent.CountDownLatch(1).await(); }"
                        + " catch (InterruptedException ended) { throw new IllegalStateException(ended); } return 1;");
        PlantedBug soon = hangs.deadline(Duration.ofMillis(700));

        assertThatThrownBy(() -> hunt.mustCatch(soon))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("hang");
        assertThat(hunt.mustCatch(hangs.mayHang(Duration.ofMillis(700)))).containsExactly("a run that does not end");
    }

    @Test
    void anAdapterThatFailsWithoutABugIsReported() throws IOException {
        Files.writeString(folder.resolve("target/classes/toy/greeting.txt"), "what");

        assertThatThrownBy(() -> hunt.mustPass(List.of(ToyContract.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("CounterTest.greets");
    }

    @Test
    void aPartOfTheContractThatTheAdapterDoesNotRunIsReported() {
        assertThatThrownBy(() -> hunt.mustPass(List.of(LeaseContract.class)))
                .isInstanceOf(AssertionError.class)
                .hasStackTraceContaining("no test class in toy or below it runs LeaseContract");
    }

    @Test
    void theTestsOfAHuntEndWithACountThatMustBeWhole() {
        PlantedBug unseen = bug("is not seen", "Counter.java", "last = 0;", "last = 1 - 1;");

        List<DynamicTest> tests = hunt.tests(List.of(WRONG_STEP, unseen)).toList();
        List<Throwable> failures = tests.stream()
                .map(test -> catchThrowable(() -> test.getExecutable().execute()))
                .toList();

        assertThat(tests)
                .extracting(DynamicTest::getDisplayName)
                .containsExactly(
                        "without a bug the contract passes",
                        "counts in twos",
                        "is not seen",
                        "all 2 planted bugs are caught");
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isNull();
        assertThat(failures.get(2)).isInstanceOf(AssertionError.class);
        assertThat(failures.get(3)).hasMessage("only 1 of 2 planted bugs were caught");
    }

    private static PlantedBug bug(String name, String file, String find, String replace) {
        return PlantedBug.of(name, file, find, replace).caughtBy(ToyContract.class);
    }
}
