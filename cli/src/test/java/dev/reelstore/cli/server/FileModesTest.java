package dev.reelstore.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who else may read or change what a data directory holds, where the umask keeps nobody out. */
@Timeout(120)
final class FileModesTest {

    private static final List<String> WITHOUT_UMASK = List.of("sh", "-c", "umask 0; exec \"$@\"", "sh");

    @TempDir
    private static Path temporary;

    @Test
    void othersMayChangeNothingAndReadNoSecret() throws Exception {
        TestData data = TestData.in(temporary);
        try (Child child = Child.start(WITHOUT_UMASK, data, data.directory())) {
            assertThat(child.url()).startsWith("jdbc:postgresql:");
            String password =
                    Files.readString(data.directory().resolve("password")).strip();

            assertThat(changeable(data.directory())).isEmpty();
            assertThat(holding(password, data.directory()))
                    .contains(data.directory().resolve("password"))
                    .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
            assertThat(mode(data.cluster())).isEqualTo("rwx------");
            assertThat(mode(data.directory().resolve("server.log"))).isEqualTo("rw-------");
            child.leave();
        }
    }

    @Test
    void whatOthersMayChangeIsNoticed(@TempDir Path folder) throws Exception {
        Path open = Files.writeString(folder.resolve("open"), "a secret inside");
        FileTree.setMode(open, "rw-rw-r--");

        assertThat(changeable(folder)).containsExactly(open);
        assertThat(holding("secret", folder)).containsExactly(open);
    }

    private static Set<Path> changeable(Path folder) throws IOException {
        Set<Path> found = new TreeSet<>();
        for (Path path : all(folder)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            if (!Files.isSymbolicLink(path)
                    && (permissions.contains(PosixFilePermission.GROUP_WRITE)
                            || permissions.contains(PosixFilePermission.OTHERS_WRITE))) {
                found.add(path);
            }
        }
        return found;
    }

    private static List<Path> holding(String secret, Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path path : all(folder)) {
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains(secret)) {
                found.add(path);
            }
        }
        return found;
    }

    /** Without what the server makes and deletes as it works. */
    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.toString().contains("/pg_wal/"))
                    .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
