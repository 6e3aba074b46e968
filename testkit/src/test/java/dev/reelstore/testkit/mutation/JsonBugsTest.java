package dev.reelstore.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.testkit.contract.BadJson;
import dev.reelstore.testkit.contract.GoodJson;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of documents notice each mistake in the check that all adapters share, so no contract could be run on it. */
final class JsonBugsTest {

    private static final AdapterModule DOMAIN = AdapterModule.at(Path.of("../domain"), JsonBugsTest.class);

    @ParameterizedTest
    @MethodSource("dev.reelstore.testkit.mutation.JsonBugs#all")
    void theTablesNotice(PlantedBug bug) throws Exception {
        assertThat(firstMistake(Optional.of(bug))).as(bug.name()).isPresent();
    }

    @Test
    void theTablesAreRightWithoutABug() throws Exception {
        assertThat(firstMistake(Optional.empty())).isEmpty();
    }

    /** The first text that the check, with this bug, judges otherwise than the tables do. */
    private static Optional<String> firstMistake(Optional<PlantedBug> bug) throws Exception {
        try (ChangedModule changed = new ChangedModule(DOMAIN)) {
            bug.ifPresent(changed::plant);
            try (ChangedLoader loader = new ChangedLoader(DOMAIN, changed, JsonBugsTest.class.getClassLoader())) {
                Constructor<?> documents =
                        loader.loadClass(JsonDocument.class.getName()).getConstructor(String.class);
                return Stream.concat(
                                GoodJson.all()
                                        .filter(good -> !complaint(documents, good.text())
                                                .isEmpty())
                                        .map(GoodJson::what),
                                BadJson.all()
                                        .filter(bad -> !complaint(documents, bad.text())
                                                .contains(bad.complaint()))
                                        .map(BadJson::what))
                        .findFirst();
            }
        }
    }

    /** What a document of this text says against it, and nothing when there is one. */
    private static String complaint(Constructor<?> documents, String text) {
        try {
            documents.newInstance(text);
            return "";
        } catch (InvocationTargetException refused) {
            return String.valueOf(refused.getCause().getMessage());
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(broken);
        }
    }
}
