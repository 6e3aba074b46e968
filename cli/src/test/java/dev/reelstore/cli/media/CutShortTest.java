package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CutShortTest {

    private static final Map<String, List<String>> KINDS = new TreeMap<>(Map.of(
            "index-last.mp4", List.of("-c:v", "libx264", "-c:a", "aac"),
            "index-first.mp4", List.of("-c:v", "libx264", "-c:a", "aac", "-movflags", "+faststart"),
            "fragments.mp4", List.of("-c:v", "libx264", "-c:a", "aac", "-movflags", "frag_keyframe+empty_moov"),
            "quicktime.mov", List.of("-c:v", "libx264", "-c:a", "aac", "-movflags", "+faststart"),
            "matroska.mkv", List.of("-c:v", "libx264", "-c:a", "aac"),
            "web.webm", List.of("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus"),
            "ogg.ogv", List.of("-c:v", "libtheora", "-c:a", "libvorbis"),
            "flash.flv", List.of("-c:v", "flv", "-c:a", "aac"),
            "riff.avi", List.of("-c:v", "mpeg4", "-c:a", "libmp3lame")));

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "index-last.mp4",
                "index-first.mp4",
                "fragments.mp4",
                "quicktime.mov",
                "matroska.mkv",
                "web.webm",
                "ogg.ogv",
                "flash.flv",
                "riff.avi"
            })
    void aWholeFilePassesAndOneWithoutItsEndIsRefused(String name) throws IOException {
        Path whole = folder.resolve(name);
        List<Object> arguments = new java.util.ArrayList<>(List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=160x90:r=25:d=3",
                "-f",
                "lavfi",
                "-i",
                "sine=d=3",
                "-pix_fmt",
                "yuv420p"));
        arguments.addAll(KINDS.get(name));
        arguments.add(whole);
        TestFfmpeg.run(arguments.toArray());
        assertThat(TestFfmpeg.bundled().probe(whole).frames()).isBetween(74L, 76L);

        byte[] bytes = Files.readAllBytes(whole);
        for (double part : new double[] {0.3, 0.5, 0.9, 0.99}) {
            Path cut = folder.resolve("cut-" + name);
            Files.write(cut, Arrays.copyOf(bytes, (int) (bytes.length * part)));
            assertThatThrownBy(() -> TestFfmpeg.bundled().probe(cut))
                    .as("%s of %s", part, name)
                    .isExactlyInstanceOf(MediaException.class)
                    .hasMessageContaining("cut short");
        }
    }
}
