package dev.reelstore.cli.media;

/**
 * What lies between two cuts.
 *
 * @param span from cut to cut, or from the beginning, or to the end
 * @param cutScore how much the picture changes at the cut that opens it, from 0 to 1; 0 for the first
 */
public record Scene(Span span, double cutScore) {}
