package dev.reelstore.testkit.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a module's compiled main classes and resources, in which a bug can be planted; gone when it is closed. */
final class ChangedModule implements AutoCloseable {

    private final AdapterModule module;
    private final Path folder;

    ChangedModule(AdapterModule module) {
        this.module = module;
        try {
            folder = Files.createTempDirectory("planted-bug");
            copy(module.classes(), classes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Path classes() {
        return folder.resolve("classes");
    }

    /** Replaces the one place in the one file, and compiles that file when it is Java. */
    void plant(PlantedBug bug) {
        Path original = module.source(bug.file());
        Path inSources = module.sources().relativize(original);
        // src/main/java/… and src/main/resources/… both end up at the root of the class path
        Path onClassPath = inSources.subpath(1, inSources.getNameCount());
        try {
            String changed = changed(bug, Files.readString(original));
            boolean java = onClassPath.toString().endsWith(".java");
            Path target = (java ? folder.resolve("sources") : classes()).resolve(onClassPath);
            Files.createDirectories(target.getParent());
            Files.writeString(target, changed);
            if (java) {
                Compilation.of(target).into(classes()).run("planted bug '" + bug.name() + "'");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String changed(PlantedBug bug, String text) {
        int first = text.indexOf(bug.find());
        int places = first < 0 ? 0 : text.indexOf(bug.find(), first + 1) < 0 ? 1 : 2;
        if (places != 1) {
            throw new AssertionError(
                    "planted bug '" + bug.name() + "': " + (places == 0 ? "nothing" : "more than one place") + " in "
                            + bug.file() + " reads '" + bug.find() + "': name a text that stands there exactly once");
        }
        return text.substring(0, first)
                + bug.replace()
                + text.substring(first + bug.find().length());
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : tree(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        }
    }

    @Override
    public void close() {
        try {
            List<Path> files = tree(folder);
            for (Path file : files.stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.toList();
        }
    }
}
