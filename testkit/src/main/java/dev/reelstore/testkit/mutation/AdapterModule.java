package dev.reelstore.testkit.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an adapter's sources and compiled classes lie.
 *
 * @param root the directory of the Maven module
 * @param testClasses where the classes of the tests lie that are to catch bugs in it; maybe another module's
 */
record AdapterModule(Path root, Path testClasses) {

    /** The module that a test class was compiled in. */
    static AdapterModule of(Class<?> testClass) {
        Path testClasses = locationOf(testClass);
        Path root = testClasses.resolve("../..").normalize();
        AdapterModule module = new AdapterModule(root, testClasses);
        if (!root.resolve("target/test-classes").equals(testClasses) || !Files.isDirectory(module.sources())) {
            throw new IllegalStateException(testClass.getName() + " was loaded from " + testClasses
                    + ": bugs can be planted only where it lies in target/test-classes of a module with src/main");
        }
        return module;
    }

    /**
     * Another module, beside the tests of this class.
     *
     * @throws IllegalStateException when it has no sources or was not compiled
     */
    static AdapterModule at(Path root, Class<?> testClass) {
        AdapterModule module = new AdapterModule(root.toAbsolutePath().normalize(), locationOf(testClass));
        if (!Files.isDirectory(module.sources()) || !Files.isDirectory(module.classes())) {
            throw new IllegalStateException("no module with src/main and target/classes: " + module.root);
        }
        return module;
    }

    private static Path locationOf(Class<?> testClass) {
        try {
            return Path.of(testClass
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException odd) {
            throw new IllegalStateException("cannot tell where " + testClass.getName() + " was loaded from", odd);
        }
    }

    Path sources() {
        return root.resolve("src/main");
    }

    Path classes() {
        return root.resolve("target/classes");
    }

    /** The only file under the sources whose path ends so. */
    Path source(String end) {
        try (Stream<Path> files = Files.walk(sources())) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> file.endsWith(Path.of(end)))
                    .toList();
            if (found.size() != 1) {
                throw new AssertionError("'" + end + "' names " + found.size() + " files under " + sources() + " "
                        + found + ": it must name one");
            }
            return found.get(0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether this address lies among the compiled classes of this module, or in a jar of them. */
    boolean holds(URL address) {
        return Stream.of(url(classes()).toString(), url(testClasses).toString(), "jar:" + url(root) + "target/")
                .anyMatch(address.toString()::startsWith);
    }

    static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("a folder without a URL: " + folder, impossible);
        }
    }
}
