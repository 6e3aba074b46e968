package dev.reelstore.cli.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks an archive so that every user can read and run what is in it, whatever this process's umask is. */
final class TarXz {
    private static final int OWNER_MAY_EXECUTE = 0100;

    private TarXz() {}

    static void unpack(InputStream in, Path target) throws IOException {
        directory(target);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = inside(target, target.resolve(entry.getName()), entry);
                if (entry.isDirectory()) {
                    directory(path);
                } else if (needed(entry)) {
                    directory(parent(path));
                    write(tar, entry, path, target);
                }
            }
        }
    }

    /** Archives for linkers are a fifth of it all. */
    private static boolean needed(TarArchiveEntry entry) {
        return !entry.getName().endsWith(".a");
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path, Path target)
            throws IOException {
        if (entry.isSymbolicLink()) {
            inside(target, path.resolveSibling(entry.getLinkName()), entry);
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        if (!entry.isFile()) {
            throw new IOException("the archive has an entry that is no file: " + entry.getName());
        }
        Files.copy(tar, path);
        boolean executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
        FileTree.setMode(path, executable ? "rwxr-xr-x" : "rw-r--r--");
    }

    private static void directory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            directory(parent(path));
            Files.createDirectory(path);
            FileTree.setMode(path, "rwxr-xr-x");
        }
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("an archive is not unpacked into the root directory");
        }
        return parent;
    }

    private static Path inside(Path target, Path path, TarArchiveEntry entry) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(target)) {
            throw new IOException("the archive has an entry outside of itself: " + entry.getName());
        }
        return normal;
    }
}
