package dev.reelstore.cli.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file whose lock, shared or exclusive, the operating system drops when its process ends, however it ends.
 *
 * <p>These locks belong to the process: closing any channel on the file drops all of them. So a process opens a lock
 * file once at a time; {@link Membership} sees to that.
 */
final class LockFile implements AutoCloseable {
    /** Who can read a file can lock it, and so keep everybody else waiting. */
    private static final FileAttribute<?> ONLY_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final FileChannel channel;
    private @Nullable FileLock lock;

    LockFile(Path path) {
        this.path = path;
        try {
            channel = FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    ONLY_OWNER);
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "cannot open the lock file " + path + " (" + e + "): run as the owner of the data directory, or"
                            + " choose another one with --data",
                    e);
        }
    }

    /** Takes the lock if no other process has one that excludes it; what was held before is given up first. */
    boolean tryLock(boolean shared) {
        try {
            release();
            lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            return lock != null;
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "cannot lock " + path + " (" + e + "): choose with --data a directory on a file system that has"
                            + " locks",
                    e);
        }
    }

    private void release() throws IOException {
        if (lock != null) {
            lock.release();
            lock = null;
        }
    }

    /** Leaves a note in the file for those who find it locked. */
    void write(String note) {
        try {
            channel.truncate(0).write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            throw new EmbeddedServerException("cannot write " + path + ": " + e + "; is the disk full?", e);
        }
    }

    /** The note of the process that holds the lock; empty if there is none. */
    String note() {
        try {
            byte[] bytes = new byte[64];
            int length = channel.read(ByteBuffer.wrap(bytes), 0);
            return length <= 0 ? "" : new String(bytes, 0, length, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
