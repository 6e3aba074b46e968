package dev.reelstore.domain.channel;

/**
 * The answer to registering a channel.
 *
 * @param channel the one that was created, or the one that was there
 * @param created whether this call created it
 */
public record ChannelRegistration(Channel channel, boolean created) {}
