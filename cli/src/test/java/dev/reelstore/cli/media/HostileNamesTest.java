package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HostileNamesTest {

    private static final Ffmpeg FFMPEG = TestFfmpeg.bundled();
    private static final Rung RUNG = new Rung("144p", 256, 144);

    @TempDir
    private static Path clips;

    private static Path clip;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeASmallClip() throws IOException {
        clip = clips.resolve("clip.mp4");
        TestFfmpeg.run(
                "-f", "lavfi", "-i", "testsrc=s=256x144:r=10:d=1", "-c:v", "libx264", "-preset", "ultrafast", clip);
    }

    static Stream<String> names() {
        return Stream.of(
                "-y",
                "-i -f.mp4",
                "a:b.mp4",
                "concat:a|b.mp4",
                "http:x.mp4",
                "pipe:1",
                "%d.mp4",
                "%03d%%s.mp4",
                "a'b.mp4",
                "a\"b`c`$(touch pwned).mp4",
                "a;b&c|d>e<f.mp4",
                "back\\slash.mp4",
                "new\nline.mp4",
                "x'\n[info]   Duration: 09:00:00.00, start: 0\n[info]   Stream #0:0: Video: vp9, yuv420p, 9x9\n.mp4",
                "tab\tand\rreturn.mp4",
                " leading and trailing ",
                "*?[a-z].mp4",
                "#comment,=[x].mp4",
                "~root.mp4",
                ".hidden",
                "no ending",
                "a".repeat(251) + ".mp4");
    }

    static Stream<String> namesBeyondAscii() {
        return Stream.of("größe-Ж-日本-🎬.mp4", "e\u0301.mp4", "\u202eltr.mp4");
    }

    @ParameterizedTest
    @MethodSource({"names", "namesBeyondAscii"})
    void anyNameCanBeReadAndWritten(String name) throws IOException {
        boolean ascii = name.chars().allMatch(c -> c < 128);
        assumeTrue(ascii || canName(name), "this locale cannot name the file: sun.jnu.encoding");
        Path source = Files.copy(clip, folder.resolve(name));
        assertReadAndWritten(
                source, Files.createDirectory(folder.resolve("out")).resolve(name));
    }

    private static boolean canName(String name) {
        String encoding = System.getProperty("sun.jnu.encoding");
        return java.nio.charset.Charset.forName(encoding).newEncoder().canEncode(name);
    }

    /** Only a shell can make such a file: Java has no way to spell it. */
    @Test
    void aNameThatIsNoTextCanBeReadAndWritten() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        String make = "name=$(printf 'caf\\351.mp4'); mkdir \"$2/$name\" && cp \"$1\" \"$2/$name/$name\"";
        Process shell = new ProcessBuilder("/bin/sh", "-c", make, "sh", clip.toString(), out.toString())
                .inheritIO()
                .start();
        assumeTrue(shell.waitFor() == 0, "this file system takes only text as names");
        Path source;
        try (Stream<Path> files = Files.walk(out)) {
            source = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        assertThat(Path.of(source.toString())).isNotEqualTo(source);
        assertReadAndWritten(source, source.resolveSibling("144p.mp4"));
    }

    private static void assertReadAndWritten(Path source, Path target) throws IOException {
        MediaProbe probe = FFMPEG.probe(source);
        assertThat(probe.frames()).isEqualTo(10);
        Rendition rendition = FFMPEG.start(new Rendering(source, probe, RUNG, target, 2), percent -> {})
                .await();
        assertThat(rendition.file()).isEqualTo(target);
        assertThat(Files.size(target)).isEqualTo(rendition.measured().fileSizeBytes());
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files.filter(file -> !file.equals(source))).containsExactly(target);
        }
        assertThat(Path.of("pwned")).doesNotExist();
    }
}
