package dev.reelstore.cli.pipeline;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which files a command is about: those named, and for a directory the video files in it at any depth, known by their
 * extension, without hidden ones. Each file once, in the order of the arguments and by name within a directory.
 */
public final class InputFiles {

    private final Set<Path> excluded;
    private final Map<Path, InputFile> found = new LinkedHashMap<>();
    private final List<Path> barren = new ArrayList<>();

    private InputFiles(Set<Path> excluded) {
        this.excluded = excluded;
    }

    /**
     * Collects the files. A directory below that cannot be read is among them, so that its failure is reported like that
     * of a file.
     *
     * @param arguments paths that exist; a file is taken whatever it is called
     * @param excluded directories that are not looked into, unless they are arguments themselves
     */
    public static InputFiles of(Collection<Path> arguments, Collection<Path> excluded) {
        InputFiles files =
                new InputFiles(excluded.stream().map(InputFiles::real).collect(Collectors.toSet()));
        for (Path argument : arguments) {
            if (Files.isDirectory(argument)) {
                files.walk(argument);
            } else {
                files.add(argument);
            }
        }
        return files;
    }

    /** The files, each once. */
    public List<InputFile> files() {
        return List.copyOf(found.values());
    }

    /** The arguments that are directories without a single video file. */
    public List<Path> barren() {
        return List.copyOf(barren);
    }

    /** The extensions by which files in a directory are known, for messages. */
    public static String extensions() {
        return String.join(", ", ContentTypes.extensions());
    }

    private void add(Path file) {
        InputFile input = InputFile.of(file);
        found.putIfAbsent(input.absolute(), input);
    }

    private void walk(Path directory) {
        List<Path> inside = new ArrayList<>();
        try {
            Files.walkFileTree(
                    directory,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    Integer.MAX_VALUE,
                    new Collector(directory, inside));
        } catch (IOException unreadable) {
            inside.add(directory);
        }
        if (inside.isEmpty()) {
            barren.add(directory);
        }
        inside.sort(Comparator.naturalOrder());
        inside.forEach(this::add);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path.toAbsolutePath().normalize();
        }
    }

    private final class Collector extends SimpleFileVisitor<Path> {

        private final Path top;
        private final List<Path> inside;

        Collector(Path top, List<Path> inside) {
            this.top = top;
            this.inside = inside;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean skipped = !directory.equals(top) && (hidden(directory) || excluded.contains(real(directory)));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!hidden(file) && !attributes.isDirectory() && ContentTypes.of(file) != null) {
                inside.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            boolean wanted = Files.isDirectory(file) || ContentTypes.of(file) != null;
            if (wanted && !hidden(file) && !(failure instanceof FileSystemLoopException)) {
                inside.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean hidden(Path path) {
            Path name = path.getFileName();
            return name != null && name.toString().startsWith(".");
        }
    }
}
