package dev.reelstore.testkit.mutation;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Maven module in a folder of its own, with sources, resources and compiled classes: an adapter that passes
 * {@link ToyContract}.
 *
 * @param root the folder
 */
record ToyModule(Path root) {

    private static final String COUNTER = """
            package toy;

            public final class Counter implements java.util.Iterator<Integer> {
                private int last = 0;

                public boolean hasNext() {
                    return true;
                }

                public Integer next() {
                    return step(1);
                }

                private int step(int by) {
                    last = last + by;
                    return last;
                }

                public static String greeting() throws java.io.IOException {
                    try (java.io.InputStream text = Counter.class.getResourceAsStream("greeting.txt")) {
                        return new String(text.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                    }
                }
            }
            """;

    private static final String TEST = """
            package toy;

            public final class CounterTest implements dev.reelstore.testkit.mutation.ToyContract {
                public java.util.Iterator<Integer> counter() {
                    return new Counter();
                }

                public String greeting() {
                    try {
                        return Counter.greeting();
                    } catch (java.io.IOException broken) {
                        throw new java.io.UncheckedIOException(broken);
                    }
                }
            }
            """;

    /** Writes and compiles it, and answers its test class as the tests' own loader would. */
    Class<?> build() throws IOException, ClassNotFoundException {
        Path counter = write("src/main/java/toy/Counter.java", COUNTER);
        Path test = write("src/test/java/toy/CounterTest.java", TEST);
        write("src/main/resources/toy/greeting.txt", "hello");
        write("target/classes/toy/greeting.txt", "hello");
        Path classes = root.resolve("target/classes");
        Path testClasses = Files.createDirectories(root.resolve("target/test-classes"));
        new Compilation(List.of(counter), classes).run("the toy");
        new Compilation(List.of(counter, test), testClasses).run("the toy's test");
        Files.delete(testClasses.resolve("toy/Counter.class"));
        URL[] path = {AdapterModule.url(classes), AdapterModule.url(testClasses)};
        return new URLClassLoader(path, ToyModule.class.getClassLoader()).loadClass("toy.CounterTest");
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
