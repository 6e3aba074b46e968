package dev.reelstore.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputFilesTest {

    @TempDir
    private Path directory;

    @Test
    void aDirectoryStandsForTheVideosInItAtAnyDepthByName() throws IOException {
        file("b.MP4");
        file("a.mkv");
        file("notes.txt");
        file("deep/er/c.webm");

        assertThat(found(List.of(directory)))
                .containsExactly(
                        directory.resolve("a.mkv"), directory.resolve("b.MP4"), directory.resolve("deep/er/c.webm"));
    }

    @Test
    void hiddenFilesAndDirectoriesAreLeftOut() throws IOException {
        file(".a.mp4");
        file(".cache/b.mp4");

        InputFiles input = InputFiles.of(List.of(directory), List.of());

        assertThat(input.files()).isEmpty();
        assertThat(input.barren()).containsExactly(directory);
    }

    @Test
    void ourOwnDirectoriesAreNotLookedIntoUnlessNamed() throws IOException {
        file("a.mp4");
        Path rendition = file("out/x/720p.mp4");
        Path out = directory.resolve("./out");

        assertThat(found(List.of(directory), out)).containsExactly(directory.resolve("a.mp4"));
        assertThat(found(List.of(directory.resolve("out")), out)).containsExactly(rendition);
    }

    @Test
    void aNamedFileIsTakenWhateverItIsCalled() throws IOException {
        Path odd = file(".odd.txt");

        assertThat(found(List.of(odd))).containsExactly(odd);
    }

    @Test
    void eachFileIsTakenOnceHoweverOftenItIsNamed() throws IOException {
        Path file = file("sub/a.mp4");
        Path again = directory.resolve("sub/../sub/a.mp4");

        assertThat(found(List.of(file, again, directory))).containsExactly(file);
    }

    @Test
    void aCircleOfLinksEnds() throws IOException {
        Path file = file("sub/a.mp4");
        Files.createSymbolicLink(directory.resolve("sub/circle"), directory);

        assertThat(found(List.of(directory))).contains(file).doesNotHaveDuplicates();
    }

    @Test
    void aDanglingLinkCountsSoThatItsFailureIsReported() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("gone.mp4"), directory.resolve("nothing"));

        assertThat(found(List.of(directory))).containsExactly(link);
    }

    @Test
    void aNameThatIsNoTextComesBackFromItsWrittenForm() throws IOException {
        Path odd = Path.of(URI.create(directory.toUri() + "na%FFme%0A.mp4"));
        Files.createFile(odd);

        assertThat(found(List.of(directory))).containsExactly(odd);
        assertThat(Locations.read(Locations.write(odd))).isEqualTo(odd);
        assertThat(Locations.write(directory)).isEqualTo(directory.toString());
    }

    private Path file(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private static List<Path> found(List<Path> arguments, Path... excluded) {
        return InputFiles.of(arguments, List.of(excluded)).files().stream()
                .map(InputFile::absolute)
                .toList();
    }
}
