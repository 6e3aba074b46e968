package dev.reelstore.cli.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds an FFmpeg that can do the work: the one that was asked for, else the first that works of those on the PATH, else
 * the one that the jar carries.
 *
 * <p>Each is tried with real work before it is chosen, which takes about half a second.
 */
public final class FfmpegFinder {

    private static final String ADVICE = "install FFmpeg 4 or newer (on Debian: apt-get install ffmpeg), "
            + "or name one that works with --ffmpeg PATH";

    private final SearchPath searchPath;
    private final @Nullable Path cache;

    /**
     * @param searchPath the folders to look in, as the variable {@code PATH} lists them; null means none
     * @param cache the folder in which the jar's FFmpeg is kept; made when it is needed; null means there is none
     */
    FfmpegFinder(@Nullable String searchPath, @Nullable Path cache) {
        this.searchPath = SearchPath.of(searchPath);
        this.cache = cache;
    }

    /** One that looks at this process's PATH and keeps the jar's FFmpeg in the user's cache. */
    public static FfmpegFinder ofThisProcess() {
        return new FfmpegFinder(System.getenv("PATH"), userCache());
    }

    /** For a user without a home, such as a number that only a container knows, Java says "?". */
    private static @Nullable Path userCache() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).map(Path::of),
                        Optional.ofNullable(System.getProperty("user.home")).map(home -> Path.of(home, ".cache")),
                        Optional.ofNullable(System.getenv("HOME")).map(home -> Path.of(home, ".cache")))
                .flatMap(Optional::stream)
                .filter(Path::isAbsolute)
                .findFirst()
                .map(caches -> caches.resolve("reelstore"))
                .orElse(null);
    }

    /**
     * Finds one.
     *
     * @param asked the only one to consider; null means any
     * @throws FfmpegMissingException when it, or all, cannot do the work; the message says why and what to do
     */
    public Ffmpeg find(@Nullable Path asked) {
        List<String> passedOver = new ArrayList<>();
        if (asked != null) {
            return tried(asked.toAbsolutePath(), passedOver)
                    .orElseThrow(() -> new FfmpegMissingException(passedOver.get(0) + "; " + ADVICE + "."));
        }
        for (Path candidate : searchPath.all("ffmpeg")) {
            Optional<Ffmpeg> ffmpeg = tried(candidate, passedOver);
            if (ffmpeg.isPresent()) {
                return ffmpeg.get();
            }
        }
        return bundled(passedOver)
                .flatMap(candidate -> tried(candidate, passedOver))
                .orElseThrow(() -> new FfmpegMissingException("There is no FFmpeg that works"
                        + (passedOver.isEmpty() ? "" : " (" + String.join("; ", passedOver) + ")") + ": " + ADVICE
                        + "."));
    }

    private static Optional<Ffmpeg> tried(Path candidate, List<String> passedOver) {
        try {
            return Optional.of(new Ffmpeg(candidate, new FfmpegTrial(candidate).best(), passedOver));
        } catch (MediaStoppedException e) {
            throw e;
        } catch (MediaException | IOException e) {
            passedOver.add(candidate + " cannot do the work: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Path> bundled(List<String> passedOver) {
        try {
            Optional<BundledFfmpeg> bundled = BundledFfmpeg.find();
            return bundled.isEmpty() ? Optional.empty() : Optional.of(copyOf(bundled.get()));
        } catch (IOException e) {
            passedOver.add("the FFmpeg of this jar cannot be unpacked: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** In the cache; where there is none that can be written, in a folder that lasts as long as this process. */
    private Path copyOf(BundledFfmpeg bundled) throws IOException {
        if (cache != null) {
            try {
                return bundled.in(cache);
            } catch (IOException readOnly) {
                // A temporary copy serves as well, only not the next time.
            }
        }
        Path temporary = Files.createTempDirectory("reelstore");
        Path program = bundled.in(temporary);
        // The last one named is deleted first.
        temporary.toFile().deleteOnExit();
        Path deeper = temporary;
        for (Path name : temporary.relativize(program)) {
            deeper = deeper.resolve(name);
            deeper.toFile().deleteOnExit();
        }
        return program;
    }
}
