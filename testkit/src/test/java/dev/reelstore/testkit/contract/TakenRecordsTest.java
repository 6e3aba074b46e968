package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Signals;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.value.JsonDocument;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record that a port takes, found from the ports, limits every text and list in it; one added tomorrow, too. */
final class TakenRecordsTest {

    /** Taken back from whoever got it of the store, which looks at nothing but its id, fence and token. */
    private static final Set<Class<?>> HANDED_OUT = Set.of(Claim.class);

    /** Cut rather than refused: for people. */
    private static final int LONGEST_MESSAGE = 8_000;

    private static final int LONGEST_REFUSAL = 300;

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("places")
    void everyTextAndListHasALimit(Class<?> type, String name) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object sample = new Samples().of(type);
        Object[] values = new Object[components.length];
        int place = -1;
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getAccessor().invoke(sample);
            if (components[i].getName().equals(name)) {
                place = i;
                values[i] = TooMuch.like(new Samples().of(components[i]));
            }
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Object made = type.getDeclaredConstructor(types).newInstance(values);
            Object kept = components[place].getAccessor().invoke(made);
            assertThat(kept)
                    .isInstanceOfSatisfying(
                            String.class, cut -> assertThat(cut.length()).isLessThanOrEqualTo(LONGEST_MESSAGE));
        } catch (InvocationTargetException refused) {
            assertThat(refused.getCause()).isInstanceOf(InvalidDataException.class);
            assertThat(refused.getCause().getMessage()).hasSizeLessThan(LONGEST_REFUSAL);
        }
    }

    @Test
    void aDocumentHasALimit() {
        assertThatThrownBy(() -> new JsonDocument("\"" + "a".repeat(JsonDocument.MAX_LENGTH) + "\""))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageMatching(TooMuch.REFUSAL);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void whatIsMadeOfATextRefusesOrCutsOneThatIsTooLongAndDoesNotRepeatIt(Method reader) throws Exception {
        try {
            Object cut = reader.invoke(null, "a".repeat(JsonDocument.MAX_LENGTH + 1));
            assertThat(cut.toString()).hasSizeLessThan(LONGEST_MESSAGE + LONGEST_REFUSAL);
        } catch (InvocationTargetException refused) {
            assertThat(refused.getCause()).isInstanceOf(InvalidDataException.class);
            assertThat(refused.getCause().getMessage()).hasSizeLessThan(LONGEST_REFUSAL);
        }
    }

    @Test
    void theRecordsThatMatterAreAmongThem() {
        assertThat(places().map(place -> ((Class<?>) place.get()[0]).getSimpleName() + " " + place.get()[1]))
                .hasSizeGreaterThan(60)
                .contains(
                        "NewJob type",
                        "Target id",
                        "MediaSource location",
                        "NewVideo description",
                        "VideoPatch title",
                        "NewQuality url",
                        "MediaFacts codec",
                        "TranscriptSegment text",
                        "ContentSegment keywords",
                        "NewLogEntry error",
                        "HeartbeatRequest held",
                        "ClaimRequest types",
                        "UnitOptions name",
                        "ReadToken text");
    }

    static Stream<Arguments> places() {
        return records()
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .filter(TakenRecordsTest::canBeTooMuch)
                        .map(component -> Arguments.of(type, component.getName())));
    }

    /** Factories of a record or enum from its text. */
    static Stream<Method> readers() {
        return TAKEN.values().stream()
                .filter(type -> (type.isRecord() || type.isEnum()) && !HANDED_OUT.contains(type))
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers())
                                && method.getDeclaringClass() == type
                                && !method.getName().equals("valueOf")
                                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class})
                                && method.getReturnType() == type));
    }

    private static Stream<Class<?>> records() {
        return TAKEN.values().stream().filter(Class::isRecord).filter(type -> !HANDED_OUT.contains(type));
    }

    private static boolean canBeTooMuch(RecordComponent component) {
        boolean text = component.getType() == String.class;
        boolean many = Collection.class.isAssignableFrom(component.getType());
        return text || (many && !(elementOf(component.getGenericType()) instanceof Class<?> one && one.isEnum()));
    }

    private static Type elementOf(Type collection) {
        Type element = ((ParameterizedType) collection).getActualTypeArguments()[0];
        return element instanceof TypeVariable<?> variable ? variable.getBounds()[0] : element;
    }

    private static final TreeMap<String, Class<?>> TAKEN = new TreeMap<>();

    static {
        Stream.concat(
                        Arrays.stream(Stores.class.getMethods())
                                .map(Method::getReturnType)
                                .filter(Class::isInterface),
                        Stream.of(UnitOfWork.class, Signals.class))
                .flatMap(port -> Arrays.stream(port.getMethods()))
                .flatMap(method -> Arrays.stream(method.getGenericParameterTypes()))
                .forEach(TakenRecordsTest::walk);
    }

    private static void walk(Type type) {
        if (type instanceof ParameterizedType generic) {
            walk(generic.getRawType());
            List.of(generic.getActualTypeArguments()).forEach(TakenRecordsTest::walk);
        } else if (type instanceof WildcardType some) {
            walk(some.getUpperBounds()[0]);
        } else if (type instanceof TypeVariable<?> any) {
            if (any.getBounds()[0] instanceof Class<?> bound && bound != Object.class) {
                walk(bound);
            }
        } else if (type instanceof Class<?> plain
                && plain.getName().startsWith("dev.reelstore.domain.")
                && TAKEN.put(plain.getName(), plain) == null
                && !HANDED_OUT.contains(plain)) {
            if (plain.isSealed()) {
                List.of(plain.getPermittedSubclasses()).forEach(TakenRecordsTest::walk);
            }
            if (plain.isRecord()) {
                List.of(plain.getRecordComponents()).forEach(component -> walk(component.getGenericType()));
            }
        }
    }
}
