package dev.reelstore.bootstrap.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DocumentsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @BeforeAll
    static void open() throws Exception {
        Scope.open();
    }

    @AfterAll
    static void close() throws Exception {
        Scope.close();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void everySnippetCompilesAndRuns(Snippet snippet, @TempDir Path directory) throws Exception {
        new CompiledSnippet(directory, snippet).run();
    }

    @Test
    void readmeRunsSomethingWithinTwentyLines() {
        assertThat(snippets().get(0).toString()).matches("README\\.md:[1-9]");
        assertThat(snippets().get(0).code().lines()).hasSizeLessThan(20);
    }

    @Test
    void everyLinkOfTheDocumentsLeadsSomewhere() throws IOException {
        Pattern link = Pattern.compile("]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> documents = Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
            for (Path document : documents) {
                assertThat(link.matcher(Files.readString(document)).results().map(found -> found.group(1)))
                        .as("links of %s", document)
                        .allSatisfy(target ->
                                assertThat(document.resolveSibling(target)).exists());
            }
        }
    }

    @Test
    void readmeNamesTheVersionOfTheBuild() throws IOException {
        String version = Pattern.compile("<version>([^<]+)</version>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains("<artifactId>reelstore-bootstrap</artifactId>\n  <version>" + version + "</version>");
    }

    static List<Snippet> snippets() {
        return Snippet.all(ROOT);
    }
}
