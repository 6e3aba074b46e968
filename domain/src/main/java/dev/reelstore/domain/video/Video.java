package dev.reelstore.domain.video;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.value.SourceHash;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A video as it stood when it was read. All times are the store's, to the microsecond.
 *
 * @param id its identity
 * @param externalId its name in another system, unique in the store, or null
 * @param sourceHash the SHA-256 of its source file, unique in the store, or null
 * @param channel to which it belongs, or null
 * @param title or null
 * @param description or null
 * @param url or null
 * @param thumbnailUrl or null
 * @param duration its running time, or null
 * @param userId whose it is, or null
 * @param views how often it was watched
 * @param likes how often it was liked
 * @param status whether it can be shown
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 */
public record Video(
        VideoId id,
        @Nullable String externalId,
        @Nullable SourceHash sourceHash,
        @Nullable ChannelId channel,
        @Nullable String title,
        @Nullable String description,
        @Nullable String url,
        @Nullable String thumbnailUrl,
        @Nullable Duration duration,
        @Nullable String userId,
        long views,
        long likes,
        VideoStatus status,
        Instant createdAt,
        Instant updatedAt) {}
