package dev.reelstore.cli.media;

import java.nio.file.Path;

/**
 * One rendition to make.
 *
 * @param source the file
 * @param probe what {@link Ffmpeg#probe} answered for it
 * @param rung the rendition's level and size
 * @param target where the rendition shall be; its folder must exist, and a file that is there is replaced
 * @param threads how many FFmpeg may use, at least 1
 */
public record Rendering(Path source, MediaProbe probe, Rung rung, Path target, int threads) {

    /** @throws IllegalArgumentException when the number of threads is below 1 */
    public Rendering {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ": it must be at least 1");
        }
    }
}
