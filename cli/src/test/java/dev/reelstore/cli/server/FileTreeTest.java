package dev.reelstore.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileTreeTest {

    private static final int AT_ONCE = 4;
    private static final int ROUNDS = 500;

    @TempDir
    private Path temporary;

    @Test
    void severalMayMakeADirectoryAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CyclicBarrier together = new CyclicBarrier(AT_ONCE);
            for (int round = 0; round < ROUNDS; round++) {
                Path directory = temporary.resolve("parent" + round).resolve("data");
                List<Future<Boolean>> made = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    made.add(threads.submit(() -> {
                        together.await();
                        FileTree.createReachable(directory);
                        return Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_EXECUTE);
                    }));
                }
                for (Future<Boolean> one : made) {
                    assertThat(one.get()).isTrue();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFileInItsPlaceIsRefused() throws Exception {
        Path file = Files.createFile(temporary.resolve("data"));

        assertThatThrownBy(() -> FileTree.createReachable(file))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining(file.toString());
    }
}
