package dev.reelstore.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server, or another one, may have left behind. */
class RecoveryTest {
    private static final long NO_PROCESS = 999_999_999;

    private static TestData data;
    private static TestData foreign;

    @BeforeAll
    static void makePlaces(@TempDir Path ours, @TempDir Path theirs) throws Exception {
        data = TestData.in(ours);
        foreign = TestData.in(theirs);
        for (TestData each : List.of(data, foreign)) {
            try (EmbeddedServer server = each.attach()) {
                TestData.execute(server, "CREATE TABLE whose (name text)");
                TestData.execute(server, "INSERT INTO whose VALUES ('" + (each == data ? "ours" : "theirs") + "')");
            }
        }
    }

    @Test
    void aKilledServerComesBackOnTheSamePortWithItsData() throws Exception {
        try (EmbeddedServer first = data.attach()) {
            TestData.execute(first, "CREATE TABLE kept (id int)");
            long pid = data.serverPid();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            while (TestData.runs(pid)) {
                Thread.sleep(10);
            }
            try (EmbeddedServer second = data.attach()) {
                assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());
                assertThat(TestData.query(first, "SELECT count(*) FROM kept")).isEqualTo("0");
            }
        }
    }

    @Test
    void aServerThatIsJustStoppingIsWaitedForAndStartedAgain() throws Exception {
        try (EmbeddedServer first = data.attach();
                Connection open = TestData.connect(first)) {
            long pid = data.serverPid();
            assertThat(open.isValid(5)).isTrue();
            // It takes no new connections from now on, and ends with the last one that is open.
            ProcessHandle.of(pid).orElseThrow().destroy();
            CompletableFuture<EmbeddedServer> attaching = CompletableFuture.supplyAsync(data::attach);
            Thread.sleep(300);
            assertThat(attaching).isNotDone();
            open.close();
            try (EmbeddedServer second = attaching.get(60, TimeUnit.SECONDS)) {
                assertThat(TestData.query(second, "SELECT name FROM whose")).isEqualTo("ours");
                assertThat(data.serverPid()).isNotEqualTo(pid);
            }
        }
    }

    @Test
    void aFileOfADeadServerWhosePortAnotherServerHasLeadsToANewPort() throws Exception {
        try (EmbeddedServer other = foreign.attach()) {
            leaveBehind(NO_PROCESS, port(other));
            try (EmbeddedServer server = data.attach()) {
                assertThat(port(server)).isNotEqualTo(port(other));
                assertThat(TestData.query(server, "SELECT name FROM whose")).isEqualTo("ours");
                assertThat(TestData.query(other, "SELECT name FROM whose")).isEqualTo("theirs");
            }
        }
    }

    @Test
    void aNumberThatAnotherProgramHasNowIsNotTakenForTheServer() throws Exception {
        leaveBehind(ProcessHandle.current().pid(), 1);
        try (EmbeddedServer server = data.attach()) {
            assertThat(TestData.query(server, "SELECT name FROM whose")).isEqualTo("ours");
        }
    }

    @Test
    void aForeignServerOnThePortIsRefused() throws Exception {
        try (EmbeddedServer other = foreign.attach();
                EmbeddedServer server = data.attach()) {
            Path file = PidFile.path(data.cluster());
            List<String> lines = Files.readAllLines(file);
            List<String> misleading = new ArrayList<>(lines);
            misleading.set(3, Integer.toString(port(other)));
            Files.write(file, misleading);
            try {
                assertThatThrownBy(data::attach)
                        .isInstanceOf(EmbeddedServerException.class)
                        .hasMessageContaining("port " + port(other))
                        .hasMessageContaining("is not the one of")
                        .hasMessageNotContaining(server.password());
            } finally {
                Files.write(file, lines);
            }
            assertThat(TestData.query(server, "SELECT name FROM whose")).isEqualTo("ours");
        }
    }

    @Test
    void aServerWithOurPasswordOnACopyOfOurDataIsRefused() throws Exception {
        try (EmbeddedServer other = foreign.attach()) {
            Handshake asked = new Handshake(data.cluster(), other.password());
            assertThat(asked.ask(port(other))).isEqualTo(Handshake.Answer.OTHER_SERVER);
        }
    }

    @Test
    void aLostPasswordIsSaidAndNotReplaced() throws Exception {
        Path file = data.directory().resolve("password");
        Path aside = Files.move(file, data.directory().resolve("aside"));
        try {
            assertThatThrownBy(data::attach)
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining(file.toString());
            assertThat(file).doesNotExist();
        } finally {
            Files.move(aside, file);
        }
    }

    @Test
    void aDatabaseOfAnotherMajorVersionIsRefused() throws Exception {
        Path file = data.cluster().resolve("PG_VERSION");
        String version = Files.readString(file);
        Files.writeString(file, "17\n");
        try {
            assertThatThrownBy(data::attach)
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("another major version");
        } finally {
            Files.writeString(file, version);
        }
    }

    private static void leaveBehind(long pid, int port) throws IOException {
        Path file = PidFile.path(data.cluster());
        Files.write(file, List.of(Long.toString(pid), data.cluster().toString(), "0", Integer.toString(port)));
    }

    private static int port(EmbeddedServer server) {
        return Integer.parseInt(server.jdbcUrl().replaceAll(".*:([0-9]+)/.*", "$1"));
    }
}
