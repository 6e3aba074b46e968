package dev.reelstore.testkit.random.shrinking;

import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.testkit.random.operation.Op;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes operations, and whatever they are made of, as the Java that makes them. */
public final class JavaText {

    private final Set<String> imports = new TreeSet<>();

    private JavaText() {}

    /**
     * A class with these operations, to be pasted into the tests of an adapter.
     *
     * @param name the simple name of the class
     * @param ops what its only method answers
     */
    public static String classOf(String name, List<Op> ops) {
        JavaText text = new JavaText();
        String made = ops.stream().map(text::of).collect(Collectors.joining(",\n                "));
        text.imported(List.class);
        text.imported(Op.class);
        String imported =
                text.imports.stream().map(type -> "import " + type + ";\n").collect(Collectors.joining());
        return imported + "\nfinal class " + name + " {\n    static List<Op> ops() {\n        return List.<Op>of(\n"
                + "                " + made + ");\n    }\n}\n";
    }

    private String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String text) {
            return StringText.of(text);
        }
        if (value instanceof Long number) {
            return number + "L";
        }
        if (value instanceof UUID id) {
            return "new " + imported(UUID.class) + "(" + id.getMostSignificantBits() + "L, "
                    + id.getLeastSignificantBits() + "L)";
        }
        if (value instanceof Duration time) {
            return imported(Duration.class) + ".ofSeconds(" + time.getSeconds() + "L, " + time.getNano() + ")";
        }
        if (value instanceof Instant time) {
            return imported(Instant.class) + ".ofEpochSecond(" + time.getEpochSecond() + "L, " + time.getNano() + ")";
        }
        if (value instanceof Enum<?> constant) {
            return imported(constant.getDeclaringClass()) + "." + constant.name();
        }
        if (value instanceof FindingKind<?> kind) {
            return imported(FindingKind.class) + "." + kind.name();
        }
        if (value instanceof JsonDocument document) {
            return "new " + imported(JsonDocument.class) + "(" + of(document.text()) + ")";
        }
        return value instanceof Record fields ? ofRecord(fields) : ofMany(value);
    }

    private String ofRecord(Record value) {
        Class<?> type = value.getClass();
        return "new " + imported(type) + (type.getTypeParameters().length > 0 ? "<>" : "")
                + Stream.of(type.getRecordComponents())
                        .map(component -> of(Fields.read(component, value)))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private String ofMany(Object value) {
        if (value instanceof Map<?, ?> map) {
            return imported(Map.class)
                    + map.entrySet().stream()
                            .map(entry -> of(entry.getKey()) + ", " + of(entry.getValue()))
                            .sorted()
                            .collect(Collectors.joining(", ", ".of(", ")"));
        }
        if (value instanceof Collection<?> many) {
            boolean ops = !many.isEmpty() && many.iterator().next() instanceof Op;
            Stream<String> texts = many.stream().map(this::of);
            return imported(value instanceof Set ? Set.class : List.class)
                    + (ops ? ".<Op>" : ".")
                    + (value instanceof Set ? texts.sorted() : texts).collect(Collectors.joining(", ", "of(", ")"));
        }
        return String.valueOf(value);
    }

    /** The name by which the class is called where its outermost one is imported. */
    private String imported(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        imports.add(outermost.getName());
        return type.getName().substring(outermost.getPackageName().length() + 1).replace('$', '.');
    }
}
