package dev.reelstore.cli.media;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A rendition that was made: whole, on the disk, and under its final name.
 *
 * @param file where it is
 * @param level of the rung it was made for
 * @param measured what the written file is
 * @param encodingTime how long FFmpeg took
 */
public record Rendition(Path file, String level, MediaProbe measured, Duration encodingTime) {}
