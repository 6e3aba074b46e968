package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.value.SourceHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Where on this machine content lies, as far as this command has read it. A job's own path may be gone or hold something
 * else by now, while this command was given the same content elsewhere.
 *
 * <p>Safe from any thread.
 */
final class LocalSources {

    private final Map<SourceHash, List<Copy>> copies = new ConcurrentHashMap<>();

    private record Copy(Path path, Fingerprint fingerprint) {}

    /** Remembers a file that was read. */
    void add(Path path, Fingerprint fingerprint) {
        copies.computeIfAbsent(fingerprint.hash(), hash -> new CopyOnWriteArrayList<>())
                .add(new Copy(path, fingerprint));
    }

    /**
     * A file that holds this content now: one that this command has read and that has not changed since, else the one
     * that the job names, which is read for it.
     *
     * @throws IOException when there is none; {@link Reason} says why in words about the job's file
     */
    Path find(SourceHash hash, MediaSource source) throws IOException {
        for (Copy copy : copies.getOrDefault(hash, List.of())) {
            if (copy.fingerprint().stillFits(copy.path())) {
                return copy.path();
            }
        }
        Path recorded = recorded(source);
        if (recorded == null) {
            throw new IOException("its path cannot be used on this machine; process the file again from where it is");
        }
        Fingerprint now = Fingerprint.of(recorded);
        if (!now.hash().equals(hash)) {
            throw new IOException("the file has changed since the job was made; process it again");
        }
        add(recorded, now);
        return recorded;
    }

    private static @Nullable Path recorded(MediaSource source) {
        String location = source.location();
        return location == null ? null : Locations.read(location);
    }
}
