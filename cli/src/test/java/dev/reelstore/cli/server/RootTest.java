package dev.reelstore.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reelstore.cli.server.Launcher.Means;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL refuses to run as root; these tests need to be root. */
class RootTest {
    @TempDir
    private Path temporary;

    private TestData data;

    @BeforeEach
    void needRoot() {
        assumeTrue(Host.current().self().isRoot(), "not root, for whom the server runs directly");
        data = TestData.in(temporary);
    }

    @Test
    void theServerRunsAsAUserWithoutRights() throws Exception {
        try (EmbeddedServer server =
                EmbeddedServer.attach(data.directory(), line -> {}, data.host(List.of(Means.RUNUSER)))) {
            assertThat(TestData.query(server, "SELECT 1")).isEqualTo("1");
            assertThat(FileTree.owner(Path.of("/proc", Long.toString(data.serverPid())))
                            .isRoot())
                    .isFalse();
            assertThat(FileTree.owner(data.cluster()).isRoot()).isFalse();
            assertThat(FileTree.owner(data.directory().resolve("password")).isRoot())
                    .isTrue();
        }
    }

    @Test
    void aDirectoryThatOnlyRootReachesWorksInANamespaceOrInTheShelter() throws Exception {
        Path secret = secretDirectory();
        try (EmbeddedServer server = EmbeddedServer.attach(secret, line -> {}, data.host())) {
            assertThat(TestData.query(server, "SELECT 1")).isEqualTo("1");
        }
        assertThat(secret.resolve("password")).exists();
    }

    @Test
    void whereNamespacesAreRefusedTheShelterKeepsTheData() throws Exception {
        Path secret = secretDirectory();
        try (Child child = inARefusingNamespace(secret)) {
            assertThat(child.url()).startsWith("jdbc:postgresql:");
            assertThat(secret.resolve("cluster")).doesNotExist();
        }
        try (EmbeddedServer server = EmbeddedServer.attach(secret, line -> {}, data.host())) {
            TestData.execute(server, "CREATE TABLE kept (id int)");
        }
        try (EmbeddedServer server = EmbeddedServer.attach(secret, line -> {}, data.host())) {
            assertThat(TestData.query(server, "SELECT count(*) FROM kept")).isEqualTo("0");
        }
        Path elsewhere =
                Path.of(Files.readString(secret.resolve("cluster-location")).strip());
        assertThat(elsewhere).startsWith(data.shelter());

        Files.move(elsewhere, data.shelter().resolve("lost"));
        assertThatThrownBy(() -> EmbeddedServer.attach(secret, line -> {}, data.host()))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining(elsewhere + " and is gone");
    }

    @Test
    void aMovedDirectoryDoesNotTakeTheDatabaseOfAnother() throws Exception {
        Path secret = Files.createDirectories(secretDirectory());
        Files.writeString(secret.resolve("cluster-location"), data.shelter().resolve("0123") + "\n");
        assertThatThrownBy(() -> EmbeddedServer.attach(secret, line -> {}, data.host()))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("was moved or copied");
    }

    @Test
    void withoutAnyMeansRootIsToldWhatToDo() {
        assertThatThrownBy(() -> EmbeddedServer.attach(data.directory(), line -> {}, data.host(List.of())))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("refuses to run as root")
                .hasMessageContaining("--url");
    }

    private Path secretDirectory() throws Exception {
        Path closed = Files.createDirectory(temporary.resolve("closed"));
        FileTree.setMode(closed, "rwx------");
        return closed.toRealPath().resolve("data");
    }

    /**
     * A process that is root and may become another user, as in a container, but whom the kernel refuses any further
     * user namespace: it lives in one already, in which the limit is none.
     */
    private Child inARefusingNamespace(Path directory) throws Exception {
        boolean allowed = Tool.run(List.of("unshare", "-U", "true"), Path.of("/"), Duration.ofSeconds(10))
                .succeeded();
        if (!allowed) {
            return Child.start(List.of(), data, directory);
        }
        // The umask is one more reason why others might not read what was unpacked.
        String refuse =
                "umask 077 && echo 0 > /proc/sys/user/max_user_namespaces && ! unshare -U true 2>&- && exec \"$@\"";
        Child child = Child.start(
                List.of(
                        "unshare",
                        "-U",
                        "sh",
                        "-c",
                        "echo waits; read go; exec sh -c '" + refuse + "' sh \"$@\"",
                        "sh"),
                data,
                directory);
        assertThat(child.url()).isEqualTo("waits");
        for (String map : List.of("uid_map", "gid_map")) {
            Files.writeString(Path.of("/proc", Long.toString(child.process().pid()), map), "0 0 65536\n");
        }
        child.process().getOutputStream().write('\n');
        child.process().getOutputStream().flush();
        return child;
    }
}
