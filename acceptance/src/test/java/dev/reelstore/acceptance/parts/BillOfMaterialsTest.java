package dev.reelstore.acceptance.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after the build has made the bill, which it does not when it is offline: Maven leaves that plugin out then. */
@Tag("last")
final class BillOfMaterialsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** In the jar of MyBatis, under names of its own. */
    private static final Set<String> INSIDE_OTHERS = Set.of("ognl:ognl", "org.javassist:javassist");

    private static String bill;

    @BeforeAll
    static void read() throws IOException {
        assumeThat(System.getProperty("reelstore.maven"))
                .as("offline, a build makes no bill of materials")
                .isEqualTo("offline=false");
        bill = Files.readString(ROOT.resolve("target/bom.json"));
    }

    @Test
    void everythingInTheCommandIsNamed() throws IOException {
        Set<String> inside = Parts.inside(ROOT.resolve("cli/target/reelstore-cli.jar"));
        inside.removeAll(INSIDE_OTHERS);

        assertThat(inside).hasSizeGreaterThan(20).contains("org.mybatis:mybatis", "com.zaxxer:HikariCP");
        assertThat(Parts.billed(bill)).containsAll(inside);
    }

    @Test
    void everythingThatAPublishedModuleAsksForIsNamed() throws IOException {
        Set<String> declared = Parts.declared(ROOT);

        assertThat(declared)
                .hasSizeGreaterThan(20)
                .contains("org.postgresql:postgresql", "com.google.inject:guice", "dev.reelstore:reelstore-domain");
        assertThat(Parts.billed(bill)).containsAll(declared);
    }

    @Test
    void whatIsForTestsAloneIsNotNamed() {
        assertThat(Parts.billed(bill))
                .doesNotContain("com.tngtech.archunit:archunit", "org.springframework:spring-jdbc");
    }

    @Test
    void oneThatIsMissingIsNoticed() throws IOException {
        String without = bill.replace("\"HikariCP\"", "\"another\"");
        Set<String> missing = new TreeSet<>(Parts.declared(ROOT));
        missing.removeAll(Parts.billed(without));

        assertThat(missing).containsExactly("com.zaxxer:HikariCP");
    }

    @Test
    void eachHasItsVersionItsHashesAndItsLicence() {
        assertThat(bill).contains("\"bomFormat\" : \"CycloneDX\"");
        assertThat(Parts.incomplete(bill)).isEmpty();
    }
}
