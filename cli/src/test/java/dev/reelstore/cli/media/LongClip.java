package dev.reelstore.cli.media;

import java.io.IOException;
import java.nio.file.Path;

/** A source that takes far longer to render than a test lasts: a sample, a hundred times in a row. */
final class LongClip {

    private LongClip() {}

    static Path in(Path folder) throws IOException {
        Path clip = folder.resolve("long.mp4");
        TestFfmpeg.run("-stream_loop", 99, "-i", TestFfmpeg.LANDSCAPE, "-c", "copy", clip);
        return clip;
    }
}
