package dev.reelstore.cli.media;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folders in which programs are looked for, as the variable {@code PATH} lists them.
 *
 * <p>Relative folders are left out: what a program is must not depend on where the user stands.
 */
record SearchPath(List<Path> folders) {

    static SearchPath of(@Nullable String variable) {
        List<Path> folders = new ArrayList<>();
        for (String folder : variable == null ? new String[0] : variable.split(File.pathSeparator)) {
            try {
                Path path = Path.of(folder);
                if (path.isAbsolute()) {
                    folders.add(path);
                }
            } catch (InvalidPathException unreadable) {
                // A folder that Java cannot name holds nothing that it could start.
            }
        }
        return new SearchPath(List.copyOf(folders));
    }

    /** All programs of that name, those that a shell would start first at the front. */
    List<Path> all(String program) {
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .distinct()
                .toList();
    }
}
