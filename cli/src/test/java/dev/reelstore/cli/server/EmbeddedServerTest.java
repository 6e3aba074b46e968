package dev.reelstore.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    private static TestData data;

    @BeforeAll
    static void makeAPlace(@TempDir Path temporary) {
        data = TestData.in(temporary);
    }

    @Test
    void dataSurvivesARestart() throws Exception {
        long first;
        try (EmbeddedServer server = data.attach()) {
            first = data.serverPid();
            TestData.execute(server, "CREATE TABLE kept (id int)");
            TestData.execute(server, "INSERT INTO kept VALUES (42)");
        }
        assertThat(TestData.runs(first)).isFalse();
        try (EmbeddedServer server = data.attach()) {
            assertThat(data.serverPid()).isNotEqualTo(first);
            assertThat(TestData.query(server, "SELECT id FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void theServerIsDurableAndUnicode() throws Exception {
        try (EmbeddedServer server = data.attach()) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
                assertThat(TestData.query(server, "SHOW " + setting))
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(TestData.query(server, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(TestData.query(server, "SELECT upper('größe')")).isEqualTo("GRÖßE");
        }
    }

    @Test
    void thePasswordIsNeeded() {
        try (EmbeddedServer server = data.attach()) {
            for (String wrong : List.of("", "wrong", server.user())) {
                assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), wrong))
                        .isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password()))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void everyWayInAsksForThePassword() throws Exception {
        try (EmbeddedServer server = data.attach()) {
            assertThat(
                            TestData.query(
                                    server,
                                    "SELECT string_agg(type || ' ' || address || ' ' || auth_method, ', ') FROM pg_hba_file_rules"))
                    .isEqualTo("host 127.0.0.1 scram-sha-256");
            assertThat(TestData.query(server, "SHOW password_encryption")).isEqualTo("scram-sha-256");
            assertThat(TestData.query(server, "SELECT left(rolpassword, 14) FROM pg_authid WHERE rolcanlogin"))
                    .isEqualTo("SCRAM-SHA-256$");
        }
    }

    @Test
    void onlyTheLoopbackAddressListens() throws Exception {
        try (EmbeddedServer server = data.attach()) {
            int port = URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
            List<InetAddress> others = new ArrayList<>(List.of(InetAddress.getByName("127.0.0.2")));
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.equals(InetAddress.getLoopbackAddress()))
                    .forEach(others::add);
            for (InetAddress address : others) {
                assertThatThrownBy(() -> new Socket(address, port).close())
                        .as(address.toString())
                        .isInstanceOf(IOException.class);
            }
            assertThat(TestData.query(server, "SHOW unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void thePasswordIsOnlyInItsFile() throws Exception {
        try (EmbeddedServer server = data.attach()) {
            assertThat(server.password()).hasSizeGreaterThanOrEqualTo(32);
            assertThat(server.toString()).doesNotContain(server.password());
            assertThat(server.jdbcUrl()).doesNotContain(server.password());
            assertThat(data.directory().resolve("server.log")).content().doesNotContain(server.password());
            assertThat(mode(data.directory().resolve("password"))).isEqualTo("rw-------");
            assertThat(mode(data.cluster())).isEqualTo("rwx------");
            assertThat(data.directory().resolve("cluster.password")).doesNotExist();
        }
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void usesInOneProcessShareTheServer() throws Exception {
        EmbeddedServer first = data.attach();
        EmbeddedServer second = data.attach();
        long pid = data.serverPid();
        assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());
        first.close();
        first.close();
        assertThat(TestData.query(second, "SELECT 1")).isEqualTo("1");
        second.close();
        assertThat(TestData.runs(pid)).isFalse();
    }

    @Test
    void anInterruptedThreadStillStopsTheServer() {
        EmbeddedServer server = data.attach();
        long pid = data.serverPid();
        Thread.currentThread().interrupt();
        server.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(TestData.runs(pid)).isFalse();
    }

    @Test
    void whoClosesSecondWaitsForTheEndToo() throws Exception {
        EmbeddedServer server = data.attach();
        long pid = data.serverPid();
        Supplier<Boolean> close = () -> {
            server.close();
            return TestData.runs(pid);
        };
        List<CompletableFuture<Boolean>> left = Stream.generate(
                        () -> CompletableFuture.supplyAsync(close, task -> new Thread(task).start()))
                .limit(2)
                .toList();
        for (CompletableFuture<Boolean> running : left) {
            assertThat(running.get(60, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void openConnectionsDoNotKeepTheServerFromStopping() throws Exception {
        EmbeddedServer server = data.attach();
        long pid = data.serverPid();
        TestData.connect(server).createStatement().execute("BEGIN");
        server.close();
        assertThat(TestData.runs(pid)).isFalse();
    }

    @Test
    void aNameThatPostgresCannotTakeIsRefused(@TempDir Path temporary) {
        TestData odd = new TestData(temporary.resolve("a$b"), data.shelter());
        assertThatThrownBy(odd::attach)
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("a$b")
                .hasMessageContaining("--data");
    }
}
