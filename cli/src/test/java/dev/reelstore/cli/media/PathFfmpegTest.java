package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same facts and renditions from the FFmpeg that the machine has, whatever its version. */
final class PathFfmpegTest {

    @TempDir
    private Path folder;

    private Ffmpeg installed;

    @BeforeEach
    void findIt() {
        List<Path> programs = SearchPath.of(System.getenv("PATH")).all("ffmpeg");
        assumeFalse(programs.isEmpty(), "no ffmpeg on the PATH");
        installed = new FfmpegFinder(null, folder).find(programs.get(0));
    }

    @Test
    void theSamplesHaveTheSameFacts() {
        for (Path sample : List.of(TestFfmpeg.LANDSCAPE, TestFfmpeg.PORTRAIT, TestFfmpeg.CHAPTERS)) {
            assertThat(installed.probe(sample)).isEqualTo(TestFfmpeg.bundled().probe(sample));
        }
    }

    @Test
    void aTurnedSampleIsRendered() {
        MediaProbe probe = installed.probe(TestFfmpeg.PORTRAIT);
        Path target = folder.resolve("a." + installed.container());
        MediaProbe measured = installed
                .start(new Rendering(TestFfmpeg.PORTRAIT, probe, new Rung("240p", 136, 240), target, 2), percent -> {})
                .await()
                .measured();
        assertThat(List.of(measured.width(), measured.height(), measured.rotation()))
                .isEqualTo(List.of(136, 240, 0));
        assertThat(measured.frames()).isEqualTo(120);
    }
}
