package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class FfmpegFinderTest {

    private static final Path WORKING = TestFfmpeg.bundled().executable();

    @TempDir
    private Path folder;

    private Path program(String folderName, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve(folderName)).resolve("ffmpeg");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private FfmpegFinder finder(Path... programs) {
        String path = String.join(
                ":",
                Stream.of(programs).map(file -> file.getParent().toString()).toList());
        return new FfmpegFinder(path, TestFfmpeg.CACHE);
    }

    @Test
    void theOneThatWasAskedForIsTaken() throws IOException {
        Path asked = program("asked", "exec '" + WORKING + "' \"$@\"");
        assertThat(finder(WORKING).find(asked).executable()).isEqualTo(asked);
    }

    @Test
    void theOneThatWasAskedForIsRefusedWhenItFailsAndNoOtherIsTaken() throws IOException {
        Path broken = program("broken", "echo 'libfoo.so: cannot open shared object file' >&2; exit 127");
        assertThatThrownBy(() -> finder(WORKING).find(broken))
                .isInstanceOf(FfmpegMissingException.class)
                .hasMessageStartingWith(
                        broken + " cannot do the work: libfoo.so: cannot open shared object file; install")
                .hasMessageContaining("--ffmpeg");
        assertThatThrownBy(() -> finder().find(folder.resolve("nope")))
                .hasMessageStartingWith(folder.resolve("nope") + " cannot do the work: it does not exist");
        Path idle = program("idle", "exit 0");
        assertThatThrownBy(() -> finder().find(idle)).hasMessageContaining("it is no FFmpeg");
    }

    @Test
    void thePathIsTriedInItsOrderAndWhatFailsIsPassedOverWithAReason() throws IOException {
        Path broken = program("1", "echo broken >&2; exit 1");
        Path good = program("2", "exec '" + WORKING + "' \"$@\"");
        Ffmpeg found = finder(broken, good, WORKING).find(null);
        assertThat(found.executable()).isEqualTo(good);
        assertThat(found.passedOver()).containsExactly(broken + " cannot do the work: broken");
    }

    @Test
    void theJarsOwnIsTheLastResort() throws IOException {
        Path broken = program("1", "exit 1");
        Ffmpeg found = finder(broken).find(null);
        assertThat(found.executable()).isEqualTo(WORKING);
        assertThat(found.encoders()).isEqualTo("libx264 and aac");
        assertThat(found.passedOver()).hasSize(1);
    }

    @Test
    void theNextBestEncodersAreTakenWhereTheBestIsMissing() throws IOException {
        Path lesser = program(
                "lesser",
                "case \" $* \" in *' libx264 '*) echo \"[error] Unknown encoder 'libx264'\" >&2; exit 1 ;; esac; exec '"
                        + WORKING + "' \"$@\"");
        Ffmpeg found = finder().find(lesser);
        assertThat(found.encoders()).isEqualTo("libvpx-vp9 and libopus");
        assertThat(found.container()).isEqualTo("webm");
        MediaProbe probe = found.probe(TestFfmpeg.CHAPTERS);
        Rendering rendering =
                new Rendering(TestFfmpeg.CHAPTERS, probe, new Rung("144p", 256, 144), folder.resolve("a.webm"), 2);
        MediaProbe measured = found.start(rendering, percent -> {}).await().measured();
        assertThat(measured.codec()).isEqualTo("vp9");
        assertThat(measured.container()).isEqualTo("webm");
    }

    @Test
    void aDamagedOrForeignCopyInTheCacheIsReplaced() throws IOException {
        Path cache = folder.resolve("cache");
        Path copy = BundledFfmpeg.find().orElseThrow().in(cache);
        byte[] original = Files.readAllBytes(copy);
        Files.writeString(copy, "#!/bin/sh\nexit 0\n");
        assertThat(BundledFfmpeg.find().orElseThrow().in(cache)).isEqualTo(copy);
        assertThat(Files.readAllBytes(copy)).isEqualTo(original);
        byte[] half = java.util.Arrays.copyOf(original, original.length / 2);
        Files.write(copy, half);
        BundledFfmpeg.find().orElseThrow().in(cache);
        assertThat(Files.size(copy)).isEqualTo(original.length);
        try (Stream<Path> files = Files.list(copy.getParent())) {
            assertThat(files).containsExactly(copy);
        }
    }

    @Test
    void whereTheCacheCannotBeWrittenATemporaryCopyServes() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "not a folder");
        Ffmpeg found = new FfmpegFinder(null, blocked).find(null);
        assertThat(found.executable()).isRegularFile();
        assertThatCode(() -> found.probe(TestFfmpeg.CHAPTERS)).doesNotThrowAnyException();
    }

    @Test
    void everyPlatformHasAName() {
        assertThat(BundledFfmpeg.name("Linux", "amd64")).isEqualTo("ffmpeg-amd64");
        assertThat(BundledFfmpeg.name("Linux", "aarch64")).isEqualTo("ffmpeg-aarch64");
        assertThat(BundledFfmpeg.name("Mac OS X", "x86_64")).isEqualTo("ffmpeg-x86_64-osx");
        assertThat(BundledFfmpeg.name("Mac OS X", "aarch64")).isEqualTo("ffmpeg-aarch64-osx");
    }
}
