package dev.reelstore.fire.aftermath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.fire.server.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What was written during a campaign: it must tell no secret, and a server must complain of nothing unexpected. */
public final class Writings {

    private static final Pattern COMPLAINT = Pattern.compile("(ERROR|FATAL|PANIC): ");

    /** What any server says that is killed, stopped and left by its clients. */
    private static final List<String> EXPECTED = List.of(
            "terminating connection",
            "pre-existing shared memory block",
            "the database system is",
            "relation \"reelstore.schema_version\" does not exist",
            "connection to client lost",
            "could not receive data from",
            "could not connect to the primary server",
            "could not send data to",
            "canceling authentication",
            "canceling statement due to lock timeout",
            "canceling statement due to user request",
            "unexpected EOF");

    private final List<Path> files = new ArrayList<>();
    private final List<String> secretsTold = new ArrayList<>();
    private final List<Path> serverLogs = new ArrayList<>();
    private final List<String> expected = new ArrayList<>(EXPECTED);

    public synchronized void add(Path file) {
        files.add(file);
    }

    public synchronized void addServerLog(Path log) {
        files.add(log);
        serverLogs.add(log);
    }

    /** What a caller was told. */
    public synchronized void add(Throwable told) {
        for (Throwable cause = told; cause != null; cause = cause.getCause()) {
            if (cause.toString().contains(Account.PASSWORD)) {
                secretsTold.add(cause.toString());
            }
        }
    }

    /** A complaint of a server with this in it is part of the campaign. */
    public synchronized void expect(String complaint) {
        expected.add(complaint);
    }

    public synchronized void check() throws IOException {
        assertThat(secretsTold).as("secrets that callers were told").isEmpty();
        for (Path file : files) {
            assertThat(lines(file)).as("secrets in " + file).noneMatch(line -> line.contains(Account.PASSWORD));
        }
        for (Path log : serverLogs) {
            assertThat(lines(log).stream().filter(this::unexpected))
                    .as("complaints in " + log)
                    .isEmpty();
        }
    }

    /** Copies what servers said to where it outlives them. */
    public synchronized void keepServerLogs(Path folder, String name) throws IOException {
        for (int i = 0; i < serverLogs.size(); i++) {
            Path kept = folder.resolve(name + "-server-" + i + ".log");
            Files.copy(serverLogs.get(i), kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private boolean unexpected(String line) {
        return COMPLAINT.matcher(line).find() && expected.stream().noneMatch(line::contains);
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
    }
}
