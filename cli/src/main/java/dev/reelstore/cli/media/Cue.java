package dev.reelstore.cli.media;

/**
 * A subtitle.
 *
 * @param span while it is shown; several may be shown at once
 * @param text what it says, without markup; its lines are parted by line feeds
 */
public record Cue(Span span, String text) {}
