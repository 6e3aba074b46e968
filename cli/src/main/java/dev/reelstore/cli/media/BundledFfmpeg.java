package dev.reelstore.cli.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The FFmpeg that the jar carries for the platform it was built on, and its copy in a cache, where it can be run.
 *
 * <p>Its SHA-256 is part of the source: neither another program in the jar nor a damaged copy in the cache is run.
 */
final class BundledFfmpeg {

    private static final String FOLDER = "/ws/schild/jave/nativebin/";

    private final String name;
    private final String sha256;

    private BundledFfmpeg(String name, String sha256) {
        this.name = name;
        this.sha256 = sha256;
    }

    /** The one for this platform; empty when the jar has none. */
    static Optional<BundledFfmpeg> find() throws IOException {
        String name = name(System.getProperty("os.name"), System.getProperty("os.arch"));
        if (BundledFfmpeg.class.getResource(FOLDER + name) == null) {
            return Optional.empty();
        }
        try (InputStream sums = open("bundled-ffmpeg.sha256")) {
            List<String> lines = new String(sums.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            return lines.stream()
                    .map(line -> line.split(" +"))
                    .filter(line -> line[1].equals(name))
                    .map(line -> new BundledFfmpeg(name, line[0]))
                    .findFirst();
        }
    }

    static String name(String system, String processor) {
        boolean arm = processor.equals("aarch64");
        if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return arm ? "ffmpeg-aarch64-osx" : "ffmpeg-x86_64-osx";
        }
        return arm ? "ffmpeg-aarch64" : "ffmpeg-" + processor;
    }

    /**
     * Answers an intact copy under this folder; makes one when there is none.
     *
     * @throws IOException when the folder cannot be written, or the jar's program is not the expected one
     */
    Path in(Path cache) throws IOException {
        Path folder = cache.resolve("ffmpeg").resolve(sha256.substring(0, 16));
        Path program = folder.resolve("ffmpeg");
        if (Files.isRegularFile(program) && Files.isExecutable(program) && sha256.equals(digest(program))) {
            return program;
        }
        Files.createDirectories(folder);
        Leftovers.sweep(folder, 1);
        MessageDigest digest = sha256();
        try (PartialFile partial = PartialFile.beside(program);
                InputStream source = new DigestInputStream(open(FOLDER + name), digest)) {
            partial.fill(source);
            if (!sha256.equals(HexFormat.of().formatHex(digest.digest()))) {
                throw new IOException(
                        "the FFmpeg in the jar is not the one that this version was built with: its SHA-256"
                                + " is not " + sha256);
            }
            Files.setPosixFilePermissions(partial.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
            partial.publish(program);
        }
        return program;
    }

    private static InputStream open(String resource) throws IOException {
        @Nullable InputStream stream = BundledFfmpeg.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException("the jar has no " + resource);
        }
        return stream;
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
