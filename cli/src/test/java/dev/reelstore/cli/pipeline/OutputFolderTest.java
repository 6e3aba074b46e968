package dev.reelstore.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.value.SourceHash;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputFolderTest {

    private static final SourceHash HASH =
            new SourceHash("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clip.mp4|clip-0123456789ab",
                "Größe 1.final.mp4|Gro_e_1.final-0123456789ab",
                "été.mov|ete-0123456789ab",
                "видео.mp4|0123456789ab",
                "a/../b.mp4|a_.._b-0123456789ab",
                "-rf $HOME;.mp4|rf_HOME-0123456789ab",
                ".mp4|mp4-0123456789ab",
            })
    void theNameIsMadeOfWhatEverySystemCanWrite(String fileName, String folder) {
        assertThat(OutputFolder.of(Path.of("/out"), fileName, HASH)).isEqualTo(Path.of("/out", folder));
    }

    @ParameterizedTest
    @CsvSource({"300"})
    void aLongNameIsCut(int length) {
        Path folder = OutputFolder.of(Path.of("/out"), "x".repeat(length) + ".mp4", HASH);

        assertThat(folder.getFileName().toString()).hasSize(60 + 1 + 12);
    }
}
