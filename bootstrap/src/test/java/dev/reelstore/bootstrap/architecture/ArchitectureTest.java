package dev.reelstore.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {

    private static final JavaClasses REAL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.reelstore");

    @ParameterizedTest
    @MethodSource("names")
    void realClassesKeepEveryRule(String name) {
        rule("dev.reelstore", name).check(REAL);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyRuleCatchesItsPlantedViolation(String name) {
        String root = "planted." + name;
        JavaClasses planted = new ClassFileImporter().importPackages(root);
        assertThat(planted).as("classes planted in " + root).isNotEmpty();
        assertThatThrownBy(() -> rule(root, name).check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was violated");
    }

    @Test
    void everyLayerIsThere() {
        assertThat(Set.of("domain", "application", "adapter.inmemory", "adapter.postgres", "bootstrap", "testkit"))
                .allSatisfy(layer -> assertThat(REAL.stream()
                                .filter(type -> type.getPackageName().startsWith("dev.reelstore." + layer)))
                        .as(layer)
                        .isNotEmpty());
    }

    static Set<String> names() {
        return new ArchitectureRules("any").all().keySet();
    }

    private static ArchRule rule(String root, String name) {
        return new ArchitectureRules(root).all().get(name);
    }
}
