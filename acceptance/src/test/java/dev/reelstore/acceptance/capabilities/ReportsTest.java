package dev.reelstore.acceptance.capabilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proof that anything would pass is none: what did not run must not count as run. */
final class ReportsTest {

    private static final String REPORT = """
            <testsuite>
              <testcase name="ran(Fixture)" classname="x.WholeContract$QualityTest"/>
              <testcase name="each(String)[2]" classname="x.InMemoryQualityTest"/>
              <testcase name="skipped" classname="x.PlainTest"><skipped message="no"/></testcase>
              <testcase name="failed" classname="x.PlainTest"><failure>no</failure></testcase>
            </testsuite>
            """;

    @Test
    void onlyWhatRanCounts(@TempDir Path root) throws Exception {
        Path reports = Files.createDirectories(root.resolve("adapter/target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-x.xml"), REPORT);
        Reports read = Reports.of(root);
        assertThat(read.modulesThatRan(test("QualityContract", "ran"))).isEqualTo(Set.of("adapter"));
        assertThat(read.modulesThatRan(test("QualityContract", "each"))).isEqualTo(Set.of("adapter"));
        assertThat(read.modulesThatRan(test("PlainTest", "skipped"))).isEmpty();
        assertThat(read.modulesThatRan(test("PlainTest", "failed"))).isEmpty();
        assertThat(read.modulesThatRan(test("QualityContract", "other"))).isEmpty();
        assertThat(read.modulesThatRan(test("VideoContract", "ran"))).isEmpty();
        assertThat(read.modulesThatRan(test("QualityTest", "each"))).isEmpty();
    }

    private static Capability.NamedTest test(String type, String method) {
        return new Capability.NamedTest(type, method);
    }
}
