package dev.reelstore.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.testkit.contract.ClaimContract;
import dev.reelstore.testkit.contract.LeaseContract;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

final class ContractsTest {

    @Test
    void theListNamesEveryPartOfTheContract() {
        List<Class<?>> written = ReflectionSupport.findAllClassesInPackage(
                ClaimContract.class.getPackageName(), Contract.class::isAssignableFrom, name -> true);

        assertThat(written).isNotEmpty();
        assertThat(everyPart()).doesNotHaveDuplicates().hasSameElementsAs(cast(written));
    }

    @Test
    void theWholeContractHasEveryPart() {
        assertThat(Contracts.all())
                .allSatisfy(part -> assertThat(WholeContract.class.getDeclaredClasses())
                        .filteredOn(nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
                        .filteredOn(part::isAssignableFrom)
                        .hasSize(1));
    }

    @Test
    void everyMethodOfAPartThatAnAdapterInheritsIsATest() {
        for (Class<? extends Contract> contract : everyPart()) {
            List<Method> defaults = Arrays.stream(contract.getDeclaredMethods())
                    .filter(method -> method.isDefault() && !method.isBridge())
                    .toList();
            assertThat(defaults)
                    .as("tests of %s", contract.getSimpleName())
                    .isNotEmpty()
                    .allMatch(ContractsTest::test);
        }
    }

    @Test
    void aPartWithoutATestClassIsNamed() {
        assertThat(Contracts.untestedIn(ContractsTest.class))
                .contains(LeaseContract.class)
                .hasSize(Contracts.all().size() - 1)
                .doesNotContain(ClaimContract.class);
        assertThat(Contracts.testsOf(ClaimContract.class, ContractsTest.class)).containsExactly(OnlyOne.class);
    }

    private static List<Class<? extends Contract>> everyPart() {
        List<Class<? extends Contract>> parts = new ArrayList<>(Contracts.all());
        parts.addAll(Contracts.optional());
        return parts;
    }

    private static boolean test(Method method) {
        return AnnotationSupport.isAnnotated(method, Test.class)
                || AnnotationSupport.isAnnotated(method, ParameterizedTest.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Class<? extends Contract>> cast(List<Class<?>> written) {
        return written.stream()
                .<Class<? extends Contract>>map(type -> (Class<? extends Contract>) type)
                .toList();
    }

    /** An adapter's test class of one part; found by its type and never run, since it is nested. */
    static final class OnlyOne implements ClaimContract {

        @Override
        public Fixture open() {
            throw new UnsupportedOperationException("found, not run");
        }
    }
}
