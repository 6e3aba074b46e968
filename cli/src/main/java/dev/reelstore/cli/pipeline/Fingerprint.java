package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.value.SourceHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file's content was when it was read.
 *
 * @param hash the SHA-256 of its bytes
 * @param sizeBytes how many there were
 * @param modified when the file said that it was last changed
 */
public record Fingerprint(SourceHash hash, long sizeBytes, FileTime modified) {

    private static final int CHUNK = 1 << 20;

    /**
     * Reads the whole file.
     *
     * @throws IOException when it is not an ordinary file, or cannot be read to its end
     */
    public static Fingerprint of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new NotAFileException(file, attributes.isDirectory());
        }
        MessageDigest digest = sha256();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                size += read;
            }
        }
        SourceHash hash = new SourceHash(HexFormat.of().formatHex(digest.digest()));
        return new Fingerprint(hash, size, attributes.lastModifiedTime());
    }

    /** Whether the file looks as it did when this was taken, by its size and time of change. */
    boolean stillFits(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    && attributes.size() == sizeBytes
                    && attributes.lastModifiedTime().equals(modified);
        } catch (IOException gone) {
            return false;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
