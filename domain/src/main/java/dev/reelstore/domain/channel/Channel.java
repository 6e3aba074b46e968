package dev.reelstore.domain.channel;

import java.time.Instant;

/**
 * A channel as it stood when it was read. All times are the store's, to the microsecond.
 *
 * @param id its identity
 * @param externalId its name in another system, unique in the store; it never changes
 * @param name what people call it
 * @param createdAt when it was created
 * @param updatedAt when it was last renamed, or created
 */
public record Channel(ChannelId id, String externalId, String name, Instant createdAt, Instant updatedAt) {}
