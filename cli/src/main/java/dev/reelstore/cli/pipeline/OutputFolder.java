package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.value.SourceHash;
import java.nio.file.Path;
import java.text.Normalizer;

/** Names the folder of a source's renditions: of its file's name what every system can write, and of its hash enough. */
final class OutputFolder {

    private static final int LONGEST_STEM = 60;
    private static final int HASH_DIGITS = 12;

    private OutputFolder() {}

    /** The folder for this content, always the same for the same job. */
    static Path of(Path out, String fileName, SourceHash hash) {
        String stem = stem(fileName);
        String digits = hash.hex().substring(0, HASH_DIGITS);
        return out.resolve(stem.isEmpty() ? digits : stem + "-" + digits);
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String name = Normalizer.normalize(dot > 0 ? fileName.substring(0, dot) : fileName, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._-]+", "_")
                .replaceAll("^[._-]+|[._-]+$", "");
        return name.substring(0, Math.min(name.length(), LONGEST_STEM));
    }
}
