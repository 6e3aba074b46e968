package dev.reelstore.acceptance.capabilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after all other tests of the build, whose reports it reads. */
@Tag("last")
final class CapabilitiesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Map<String, Integer> NUMBERS = Map.of("S0", 45, "S1", 56, "S2", 50, "S3", 47, "S4", 49);

    /** Of adapters that have what they are about: replicas, and other processes. */
    private static final Set<String> OPTIONAL =
            Set.of("ReplicaContract", "CapabilityContract", "WatchContract#otherProcessesAreTold");

    private static List<Capability> capabilities;

    @BeforeAll
    static void read() throws IOException {
        capabilities = Capability.all(ROOT.resolve("docs/capabilities.md"));
    }

    @Test
    void everyNumberIsThereOnce() {
        List<String> expected = NUMBERS.entrySet().stream()
                .flatMap(guide -> IntStream.rangeClosed(1, guide.getValue())
                        .mapToObj(number -> String.format(Locale.ROOT, "%s-%02d", guide.getKey(), number)))
                .toList();
        assertThat(capabilities.stream().map(Capability::number)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyNumberHasAnApiAndAProof() {
        assertThat(capabilities).allSatisfy(capability -> {
            assertThat(capability.what()).as(capability.number()).isNotBlank();
            assertThat(capability.api()).as(capability.number()).isNotBlank();
            assertThat(capability.tests().size() + capability.pages().size())
                    .as("proofs of %s", capability.number())
                    .isPositive();
        });
    }

    @Test
    void everyApiThatIsNamedExists() throws Exception {
        Published published = Published.of(ROOT);
        List<String> missing = new ArrayList<>();
        for (Capability capability : capabilities) {
            capability.members().stream()
                    .filter(member -> !published.has(member))
                    .forEach(member -> missing.add(capability.number() + ": " + member.type() + "." + member.name()));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTestThatIsNamedRan() throws Exception {
        Reports reports = Reports.of(ROOT);
        List<String> missing = new ArrayList<>();
        for (Capability capability : capabilities) {
            for (Capability.NamedTest test : capability.tests()) {
                if (reports.modulesThatRan(test).isEmpty()) {
                    missing.add(capability.number() + ": " + test);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** A part of the contract that only one adapter runs would prove the other nothing. */
    @Test
    void everyPartOfTheContractThatIsNamedRanOnBothAdapters() throws Exception {
        Reports reports = Reports.of(ROOT);
        List<String> missing = new ArrayList<>();
        for (Capability capability : capabilities) {
            for (Capability.NamedTest test : capability.tests()) {
                if (test.type().endsWith("Contract")
                        && !OPTIONAL.contains(test.type())
                        && !OPTIONAL.contains(test.toString())
                        && !reports.modulesThatRan(test).containsAll(List.of("adapter-inmemory", "adapter-postgres"))) {
                    missing.add(capability.number() + ": " + test + " ran in " + reports.modulesThatRan(test));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyPageThatIsNamedHasTheHeading() throws IOException {
        for (Capability capability : capabilities) {
            for (Capability.Page page : capability.pages()) {
                Path file = ROOT.resolve("docs").resolve(page.file()).normalize();
                assertThat(file).as(capability.number()).exists();
                if (!page.heading().isEmpty()) {
                    assertThat(headings(file)).as(capability.number()).contains(page.heading());
                }
            }
        }
    }

    private static List<String> headings(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ", "")
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'))
                    .toList();
        }
    }
}
