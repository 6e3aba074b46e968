package dev.reelstore.cli.bench;

/**
 * How fast work went.
 *
 * @param perSecond how often it was done in a second
 * @param load how busy this machine was meanwhile
 */
public record Rate(double perSecond, Load load) {}
