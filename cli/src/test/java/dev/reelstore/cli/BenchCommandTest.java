package dev.reelstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command as a user runs it, with a store of its own that has somebody's job in it. */
final class BenchCommandTest {

    private static final Consumer<String> SILENT = line -> {};

    @TempDir
    private Path directory;

    @Test
    void itMeasuresTwiceAndLeavesTheStoreAsItWas() throws Exception {
        Job somebodys = create();

        Command table = Command.run(directory, "bench", "--seconds", 1);
        Command json = Command.run(directory, "bench", "--seconds", 1, "--json", "--verbose");

        assertThat(table.status()).as(table.err()).isZero();
        assertThat(table.err())
                .containsPattern("jobs of its own in queue reelstore-bench-[0-9a-f]{8}, which are deleted in the end")
                .contains("1 of 4", "4 of 4", "deleting the ")
                .doesNotContain("Exception", "WARN");
        assertThat(table.out())
                .containsPattern("FIGURE +UNIT +WHAT")
                .containsPattern("[0-9,]+ +/s +W1b: create one by one, 8 threads")
                .containsPattern("[0-9,]+ +/s +W3: drain with 16 workers")
                .containsPattern("[0-9,]+ +µs +W4: pick-up by an idle worker, p99")
                .containsPattern("[0-9,]+ +µs +round trip of SELECT 1")
                .contains("Creates are limited by ", "Draining is limited by ")
                .doesNotContain("Warning", "\u001b");
        assertThat(json.status()).as(json.err()).isZero();
        assertThat(json.err()).doesNotContain("Created new processing job");
        assertThat(json.json()).singleElement().satisfies(BenchCommandTest::isWhole);
        assertThat(jobs()).containsExactly(somebodys);
    }

    @Test
    void afterCtrlCNothingIsLeftEither() throws Exception {
        Job somebodys = create();
        Command interrupted = Command.start(directory, "bench").awaitWords("2 of 4");
        Thread.sleep(500);

        interrupted.signal("INT");
        interrupted.await();

        assertThat(interrupted.status()).isEqualTo(130);
        assertThat(interrupted.out()).isEmpty();
        assertThat(interrupted.err())
                .contains("stopping", "deleting the ")
                .doesNotContain("Exception", "ERROR", "WARN", "may be left");
        assertThat(jobs()).containsExactly(somebodys);
    }

    @Test
    void aServerThatIsNotThereIsToldSo() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }

        Command command = Command.run(directory, "bench", "--url", "jdbc:postgresql://localhost:" + nobody + "/none");

        assertThat(command.status()).isOne();
        assertThat(command.out()).isEmpty();
        assertThat(command.err())
                .contains("reelstore: cannot use the database of --url: ", "see that it runs")
                .doesNotContain("\tat ");
    }

    private static void isWhole(JsonNode result) {
        assertThat(result.propertyNames())
                .containsExactly(
                        "queue",
                        "server",
                        "processors",
                        "roundTripMicrosP50",
                        "commitMicrosP50",
                        "flushMicrosP50",
                        "createOneThreadPerSecond",
                        "createOneThreadMicrosP50",
                        "create",
                        "drain",
                        "pickUpMicrosP50",
                        "pickUpMicrosP99",
                        "warnings",
                        "verdict");
        assertThat(result.at("/server/synchronousCommit").asString()).isEqualTo("on");
        assertThat(result.at("/server/fsync").asString()).isEqualTo("on");
        assertThat(result.path("roundTripMicrosP50").asDouble()).isPositive();
        assertThat(result.path("commitMicrosP50").asDouble())
                .isGreaterThan(result.path("roundTripMicrosP50").asDouble());
        for (String work : List.of("create", "drain")) {
            assertThat(result.path(work).propertyNames())
                    .containsExactly("perSecond", "commandLoad", "machineLoad", "limit");
            assertThat(result.path(work).path("perSecond").asDouble()).isPositive();
        }
        assertThat(result.path("pickUpMicrosP99").asDouble())
                .isGreaterThanOrEqualTo(result.path("pickUpMicrosP50").asDouble());
        assertThat(result.path("warnings").size()).isZero();
        assertThat(result.path("verdict").size()).isEqualTo(2);
    }

    private Job create() {
        try (OpenStore open = open()) {
            return open.reelstore().jobs().create(NewJob.of("encode", new Target("film", "a")));
        }
    }

    private List<Job> jobs() {
        try (OpenStore open = open()) {
            return open.reelstore()
                    .jobs()
                    .list(JobQuery.oldestFirst(JobFilter.all()))
                    .jobs();
        }
    }

    private OpenStore open() {
        return OpenStore.forWork(
                new StoreAddress(directory.resolve(StoreOptions.DEFAULT_DATA).toAbsolutePath(), null), 1, SILENT);
    }
}
