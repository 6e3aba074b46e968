package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.value.JsonDocument;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;

/** A place for documents that is added tomorrow must not be forgotten by the contract. */
final class JsonPlacesTest {

    private static final List<Class<?>> DOMAIN =
            ReflectionSupport.findAllClassesInPackage(Persistence.class.getPackageName(), type -> true, name -> true);

    @Test
    void theContractKnowsEveryPlaceForADocument() {
        assertThat(places())
                .containsExactlyInAnyOrder(
                        "NewJob.parameters",
                        "Job.parameters",
                        "Job.result",
                        "Completion.result",
                        "JobOutput.result",
                        "StageState.checkpoint",
                        "Layout.regions",
                        "ClaimStore.checkpoint()",
                        "ClaimStore.complete()");
    }

    private static Stream<String> places() {
        return DOMAIN.stream()
                .flatMap(type -> type.isInterface() ? calls(type) : type.isRecord() ? fields(type) : Stream.of());
    }

    private static Stream<String> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() == JsonDocument.class)
                .map(component -> type.getSimpleName() + "." + component.getName());
    }

    private static Stream<String> calls(Class<?> port) {
        return Arrays.stream(port.getMethods())
                .filter(method -> List.of(method.getParameterTypes()).contains(JsonDocument.class))
                .map(method -> port.getSimpleName() + "." + method.getName() + "()");
    }
}
