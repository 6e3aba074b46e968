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
 */
record AdapterModule(Path root) {

    /** The module that a test class was compiled in. */
    static AdapterModule of(Class<?> testClass) {
        try {
            Path testClasses = Path.of(testClass
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            AdapterModule module =
                    new AdapterModule(testClasses.resolve("../..").normalize());
            if (!module.testClasses().equals(testClasses) || !Files.isDirectory(module.sources())) {
                throw new IllegalStateException(testClass.getName() + " was loaded from " + testClasses
                        + ": bugs can be planted only where it lies in target/test-classes of a module with src/main");
            }
            return module;
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

    Path testClasses() {
        return root.resolve("target/test-classes");
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

    /** Whether this address lies among the compiled classes of this module. */
    boolean holds(URL address) {
        return address.toString().startsWith(url(classes()).toString())
                || address.toString().startsWith(url(testClasses()).toString());
    }

    static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("a folder without a URL: " + folder, impossible);
        }
    }
}
