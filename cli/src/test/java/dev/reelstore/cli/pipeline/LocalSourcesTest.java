package dev.reelstore.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.job.MediaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalSourcesTest {

    @TempDir
    private Path directory;

    private final LocalSources sources = new LocalSources();

    @Test
    void theRecordedPathServesWhileItHoldsTheContent() throws IOException {
        Path file = Files.writeString(directory.resolve("a.mp4"), "abc");
        Fingerprint fingerprint = Fingerprint.of(file);

        assertThat(sources.find(fingerprint.hash(), MediaSource.at(file.toString())))
                .isEqualTo(file);
    }

    @Test
    void theSameContentElsewhereServesWhenTheRecordedPathIsGone() throws IOException {
        Path here = Files.writeString(directory.resolve("here.mp4"), "abc");
        Fingerprint fingerprint = Fingerprint.of(here);
        sources.add(here, fingerprint);

        assertThat(sources.find(fingerprint.hash(), MediaSource.at("/gone/a.mp4")))
                .isEqualTo(here);
    }

    @Test
    void aFileThatHoldsSomethingElseByNowIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("a.mp4"), "abc");
        Fingerprint fingerprint = Fingerprint.of(file);
        sources.add(file, fingerprint);
        Files.writeString(file, "something else");

        assertThatThrownBy(() -> sources.find(fingerprint.hash(), MediaSource.at(file.toString())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has changed");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() throws IOException {
        Path file = Files.writeString(directory.resolve("a.mp4"), "abc");
        Fingerprint fingerprint = Fingerprint.of(file);
        Files.delete(file);

        assertThatThrownBy(() -> sources.find(fingerprint.hash(), MediaSource.at(file.toString())))
                .isInstanceOfSatisfying(
                        IOException.class,
                        failure -> assertThat(Reason.of(failure)).isEqualTo("there is no such file"));
    }

    @Test
    void whatIsNoOrdinaryFileIsNotRead() {
        assertThatThrownBy(() -> Fingerprint.of(Path.of("/dev/zero")))
                .isInstanceOfSatisfying(
                        IOException.class,
                        failure -> assertThat(Reason.of(failure)).isEqualTo("it is not an ordinary file"));
    }
}
