package dev.reelstore.cli.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that is being written: under a name of its own beside its target, until it is published whole.
 *
 * <p>While it is open its maker holds a lock on it, which the system drops when the maker ends in whatever way: an
 * unlocked one is a leftover. (Process ids say nothing to a process in another container that shares the folder.) The
 * lock also goes when its maker's process opens the file a second time and closes it: nothing here may do that.
 */
final class PartialFile implements AutoCloseable {

    private static final String PREFIX = ".reelstore-";
    private static final String SUFFIX = ".part";

    /** Tells our own files from others': looking at a lock of one's own would drop it. */
    private static final String OWNER =
            ProcessHandle.current().pid() + "-" + HexFormat.of().toHexDigits(new SecureRandom().nextLong());

    private static final AtomicLong NUMBER = new AtomicLong();

    private final Path path;
    private final FileChannel channel;

    private PartialFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static PartialFile beside(Path target) throws IOException {
        while (true) {
            Path path =
                    target.toAbsolutePath().resolveSibling(PREFIX + OWNER + "-" + NUMBER.incrementAndGet() + SUFFIX);
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                channel.tryLock();
            } catch (IOException noLocks) {
                // On a file system without locks nobody can take it for a leftover either.
            }
            if (Files.exists(path)) {
                return new PartialFile(path, channel);
            }
            // A sweep was quicker than the lock.
            channel.close();
        }
    }

    Path path() {
        return path;
    }

    /** Writes all of this into the file. */
    void fill(InputStream content) throws IOException {
        content.transferTo(Channels.newOutputStream(channel));
    }

    /** Makes sure that the content is on the disk, and gives it its name at once. */
    void publish(Path target) throws IOException {
        channel.force(true);
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel directory = FileChannel.open(folder)) {
                directory.force(true);
            }
        }
    }

    /** Removes the file unless it was published. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        channel.close();
    }

    /** Whether this is an unfinished file of another process, which may still be at work on it. */
    static boolean isForeign(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX) && !name.startsWith(PREFIX + OWNER + "-");
    }

    /** Deletes a foreign unfinished file unless its maker is alive; answers whether it did. */
    static boolean deleteLeftover(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null && Files.deleteIfExists(path);
        }
    }
}
