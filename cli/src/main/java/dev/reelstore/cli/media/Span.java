package dev.reelstore.cli.media;

import java.time.Duration;

/**
 * A stretch of a video, counted from where the first of its tracks begins.
 *
 * @param start from when, not below zero
 * @param end until when, after {@code start}
 */
public record Span(Duration start, Duration end) {

    /** How long it is. */
    public Duration length() {
        return end.minus(start);
    }
}
