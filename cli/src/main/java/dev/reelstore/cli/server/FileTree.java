package dev.reelstore.cli.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The few things that are done to files and directories, with failures that name the file and the remedy. */
final class FileTree {
    private FileTree() {}

    /** Something done to files that may fail. */
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T attempt(String what, Path path, Work<T> work) {
        try {
            return work.run();
        } catch (IOException | UncheckedIOException e) {
            throw new EmbeddedServerException(
                    "cannot " + what + " " + path + " (" + e + "): the disk must have room and the directory must be"
                            + " writable; another one can be chosen with --data",
                    e);
        }
    }

    static String read(Path file) {
        return attempt("read", file, () -> Files.readString(file));
    }

    static Account owner(Path path) {
        return attempt(
                "see the owner of",
                path,
                () -> new Account(
                        Files.getOwner(path).getName(),
                        ((Number) Files.getAttribute(path, "unix:uid")).longValue(),
                        ((Number) Files.getAttribute(path, "unix:gid")).longValue()));
    }

    /**
     * Makes a directory through which everybody may pass and in which only its owner may change anything, whatever the
     * umask is, as far as its parents let them.
     */
    static void createReachable(Path directory) {
        attempt("create", directory, () -> {
            if (!Files.isDirectory(directory)) {
                Path parent = directory.getParent();
                if (parent != null) {
                    createReachable(parent);
                }
                try {
                    Files.createDirectory(directory);
                } catch (FileAlreadyExistsException other) {
                    // By another process, which may not have come to the permissions yet.
                    if (!Files.isDirectory(directory)) {
                        throw other;
                    }
                }
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
                permissions.addAll(Set.of(PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE));
                permissions.removeAll(Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
                Files.setPosixFilePermissions(directory, permissions);
            }
            return directory;
        });
    }

    /** Makes or replaces a file that only that user may read, on the disk when this returns. */
    static void writePrivately(Path file, String text, Account owner) {
        attempt("write", file, () -> {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text, StandardOpenOption.SYNC);
            giveTo(owner, fresh);
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    static void setMode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    /** Root hands over what it made; what has another owner, or is made by another user, stays as it is. */
    static void giveTo(Account owner, Path path) throws IOException {
        long uid = ((Number) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)).longValue();
        if (uid == Account.ROOT && !owner.isRoot()) {
            Files.setAttribute(path, "unix:gid", (int) owner.gid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", (int) owner.uid(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    static void giveAllTo(Account owner, Path directory) {
        attempt("change the owner of", directory, () -> {
            for (Path path : listed(directory)) {
                giveTo(owner, path);
            }
            return directory;
        });
    }

    static void delete(Path directory) {
        attempt("delete", directory, () -> {
            if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
                for (Path path : listed(directory)) {
                    Files.delete(path);
                }
            }
            return directory;
        });
    }

    private static List<Path> listed(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
