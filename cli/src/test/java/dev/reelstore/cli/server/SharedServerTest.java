package dev.reelstore.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one data directory. */
@Timeout(120)
class SharedServerTest {
    @TempDir
    private static Path temporary;

    @Test
    void processesThatRaceForTheFirstStartShareOneServerAndTheLastOneStopsIt() throws Exception {
        TestData data = TestData.in(temporary);
        FileTree.delete(data.directory());
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            children.add(Child.start(data));
        }
        Set<String> urls = new HashSet<>();
        for (Child child : children) {
            urls.add(child.url());
        }
        assertThat(urls).hasSize(1).first().asString().startsWith("jdbc:postgresql://127.0.0.1:");
        long pid = data.serverPid();
        children.remove(0).leave();
        children.remove(0).leave();
        assertThat(TestData.runs(pid)).isTrue();
        children.remove(0).leave();
        assertThat(TestData.runs(pid)).isFalse();
    }

    @Test
    void aServerLeftByAKilledProcessIsAdoptedAndStopped() throws Exception {
        TestData data = TestData.in(temporary);
        Child child = Child.start(data);
        String url = child.url();
        long pid = data.serverPid();
        child.kill();
        assertThat(child.output().readLine())
                .as("the server does not hold the pipe of the command open")
                .isNull();
        assertThat(TestData.runs(pid)).isTrue();
        EmbeddedServer server = data.attach();
        assertThat(server.jdbcUrl()).isEqualTo(url);
        assertThat(data.serverPid()).isEqualTo(pid);
        server.close();
        assertThat(TestData.runs(pid)).isFalse();
    }

    @Test
    void aProcessThatIsAskedToEndStopsTheServerItUsesAlone() throws Exception {
        TestData data = TestData.in(temporary);
        Child child = Child.start(data);
        child.url();
        long pid = data.serverPid();
        child.terminate();
        assertThat(TestData.runs(pid)).isFalse();
    }

    @Test
    void aProcessThatIsAskedToEndWhileItStartsTheServerLeavesNoneBehind() throws Exception {
        TestData data = TestData.in(temporary);
        Child child = Child.start(data);
        Path file = PidFile.path(data.cluster());
        while (!Files.exists(file) && child.process().isAlive()) {
            Thread.sleep(1);
        }
        long pid = PidFile.read(data.cluster()).orElseThrow().pid();
        child.terminate();
        assertThat(file).doesNotExist();
        assertThat(TestData.runs(pid)).isFalse();
    }

    @Test
    void theServerHasASessionOfItsOwn() throws Exception {
        TestData data = TestData.in(temporary);
        try (Child child = Child.start(data)) {
            child.url();
            assertThat(session(data.serverPid())).isEqualTo(Long.toString(data.serverPid()));
            assertThat(session(child.process().pid()))
                    .isEqualTo(session(ProcessHandle.current().pid()));
        }
    }

    /** The sixth field of a process's status; a Ctrl-C goes to the processes of one session at most. */
    private static String session(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
    }
}
