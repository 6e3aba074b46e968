package dev.reelstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.cli.server.EmbeddedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A password that stands out is searched for in all that the command prints and writes, at its most talkative. */
@Timeout(120)
final class CanaryTest {

    private static final String CANARY = "Kanarienvogel-7731";
    private static final String LOUD = Stream.of(
                    "defaultLogLevel",
                    "log.org.flywaydb",
                    "log.com.zaxxer.hikari",
                    "log.dev.reelstore.application.worker")
            .map(name -> "-Dorg.slf4j.simpleLogger." + name + "=trace")
            .collect(Collectors.joining(" "));

    @TempDir
    private Path directory;

    @BeforeEach
    void letTheServerPass() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aPasswordThatIsNoGoodIsWrittenNowhere() throws Exception {
        List<Command> commands = new ArrayList<>();
        try (EmbeddedServer server = EmbeddedServer.attach(directory.resolve("data"), line -> {})) {
            commands.add(start(CANARY, "jobs", "--verbose", "--url", server.jdbcUrl(), "--user", server.user()));
            commands.add(
                    start(CANARY, "jobs", "--verbose", "--url", "jdbc:postgresql://127.0.0.1:1/x", "--user", "me"));
            commands.add(
                    start(CANARY, "jobs", "--verbose", "--url", server.jdbcUrl() + "?sslmode=require", "--user", "me"));
            commands.add(start(CANARY, "jobs", "--url", server.jdbcUrl() + "?password=" + CANARY, "--user", "me"));
            for (Command command : commands) {
                command.await();
            }
        }
        assertThat(commands.get(0).err()).contains("28P01", "Caused by");
        assertThat(commands.get(1).err()).contains("refused", "Caused by");
        assertThat(commands.get(2).err()).contains("does not support SSL");
        assertThat(commands.get(3).err()).contains("url holds credentials");
        assertThat(holding(CANARY)).isEmpty();
    }

    @Test
    void theGeneratedPasswordIsWrittenToItsFileAlone() throws Exception {
        Path data = directory.resolve("data");
        try (EmbeddedServer server = EmbeddedServer.attach(data, line -> {})) {
            Command own = start("", "jobs", "--verbose", "--data", data).await();
            Command given = start(
                            server.password(), "jobs", "--verbose", "--url", server.jdbcUrl(), "--user", server.user())
                    .await();
            assertThat(List.of(own.status(), given.status())).containsOnly(0);
            assertThat(given.err()).contains("DEBUG");

            assertThat(holding(server.password())).containsExactly(data.resolve("password"));
        }
    }

    private Command start(String password, Object... arguments) throws IOException {
        return Command.start(directory, Map.of("REELSTORE_PASSWORD", password, "JAVA_TOOL_OPTIONS", LOUD), arguments);
    }

    /** What the commands printed is in files, too. */
    private List<Path> holding(String secret) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.toList()) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        && new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains(secret)) {
                    found.add(path);
                }
            }
        }
        return found;
    }
}
