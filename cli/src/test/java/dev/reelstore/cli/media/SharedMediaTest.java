package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that other programs made, where there are some: a folder beside the repository, or the one that is named. */
final class SharedMediaTest {

    private static final Path MEDIA = Path.of(System.getProperty("reelstore.media", "../../shared/media"));

    @Test
    void everyVideoIsRecognisedSearchedAndHasALadder() throws IOException {
        assumeTrue(Files.isDirectory(MEDIA), () -> "no folder " + MEDIA + ", nor a property reelstore.media");
        try (Stream<Path> files = Files.list(MEDIA)) {
            List<Path> videos = files.filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            assertThat(videos).isNotEmpty();
            for (Path video : videos) {
                MediaProbe probe = TestFfmpeg.bundled().probe(video);
                assertThat(probe.frames()).as(video.toString()).isGreaterThan(50);
                assertThat(probe.fps()).as(video.toString()).isBetween(10.0, 60.0);
                assertThat(new Ladder("720p").rungs(probe)).as(video.toString()).hasSizeGreaterThanOrEqualTo(2);
                assertSearched(video, probe);
            }
        }
    }

    private static void assertSearched(Path video, MediaProbe probe) {
        Ffmpeg ffmpeg = TestFfmpeg.bundled();
        List<Scene> scenes = ffmpeg.startScenes(video, probe, 2, percent -> {}).await();
        assertThat(scenes.get(scenes.size() - 1).span().end())
                .as(video.toString())
                .isEqualTo(probe.duration());
        if (probe.audio() != null) {
            assertThat(ffmpeg.startSilences(video, probe, 2, percent -> {})
                            .await()
                            .items())
                    .as(video.toString())
                    .allMatch(span -> span.end().compareTo(probe.duration()) <= 0);
        }
    }
}
