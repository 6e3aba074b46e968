package dev.reelstore.cli.media;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes the unfinished renditions of processes that were killed. */
public final class Leftovers {

    private Leftovers() {}

    /**
     * Removes them from a folder and the folders in it; what a living process writes is left alone, and so is what
     * cannot be looked at.
     *
     * @return how many files were removed; 0 when there is no such folder
     */
    public static int sweep(Path folder) {
        return sweep(folder, Integer.MAX_VALUE);
    }

    static int sweep(Path folder, int depth) {
        Sweep sweep = new Sweep();
        try {
            Files.walkFileTree(folder, Set.<FileVisitOption>of(), depth, sweep);
        } catch (IOException unreadable) {
            // The visitor goes on after each failure; this one leaves nothing to visit.
        }
        return sweep.removed;
    }

    private static final class Sweep extends SimpleFileVisitor<Path> {

        private int removed;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && PartialFile.isForeign(file)) {
                try {
                    removed += PartialFile.deleteLeftover(file) ? 1 : 0;
                } catch (IOException goneOrForbidden) {
                    // Another process swept it, or only its owner may.
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
