package dev.reelstore.acceptance.capabilities;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The types of the project's modules, by their simple names.
 *
 * @param types every type that is not a test
 */
record Published(List<Class<?>> types) {

    /** Built after this module; a build before may have left it. */
    private static final String NEVER_PUBLISHED = "benchmarks";

    static Published of(Path root) throws IOException, ClassNotFoundException {
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.toList()) {
                Path classes = module.resolve("target/classes");
                if (Files.isDirectory(classes) && !module.endsWith(NEVER_PUBLISHED)) {
                    add(classes, found);
                }
            }
        }
        return new Published(List.copyOf(found));
    }

    boolean has(Capability.Member member) {
        return types.stream()
                .filter(type -> type.getSimpleName().equals(member.type()))
                .anyMatch(type -> member.name().isEmpty() || members(type).anyMatch(member.name()::equals));
    }

    private static Stream<String> members(Class<?> type) {
        return Stream.concat(
                Arrays.stream(type.getMethods()).map(Method::getName),
                Stream.concat(
                        Arrays.stream(type.getFields()).map(Field::getName),
                        Arrays.stream(type.getClasses()).map(Class::getSimpleName)));
    }

    private static void add(Path classes, List<Class<?>> found) throws IOException, ClassNotFoundException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.toList()) {
                String name = classes.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), ".");
                if (name.endsWith(".class") && !name.endsWith("-info.class")) {
                    found.add(Class.forName(
                            name.substring(0, name.length() - ".class".length()),
                            false,
                            Published.class.getClassLoader()));
                }
            }
        }
    }
}
