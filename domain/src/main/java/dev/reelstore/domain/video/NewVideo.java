package dev.reelstore.domain.video;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.SourceHash;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A video to be created: all but its id and status may be null.
 *
 * @param id its identity
 * @param externalId its name in another system, unique in the store, 1 to 200 characters
 * @param sourceHash the SHA-256 of its source file, unique in the store
 * @param channel to which it belongs; it must be there
 * @param title at most 1,000 characters
 * @param description at most 100,000 characters
 * @param url at most 4,000 characters
 * @param thumbnailUrl at most 4,000 characters
 * @param duration its running time
 * @param userId whose it is, at most 200 characters
 * @param views how often it was watched
 * @param likes how often it was liked
 * @param status whether it can be shown
 */
public record NewVideo(
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
        VideoStatus status) {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public NewVideo {
        Check.present("video id", id);
        externalId = externalId == null ? null : checkExternalId(externalId);
        title = Check.optionalText("video title", title, 1_000);
        description = Check.optionalText("video description", description, 100_000);
        url = Check.optionalText("video url", url, 4_000);
        thumbnailUrl = Check.optionalText("video thumbnail url", thumbnailUrl, 4_000);
        duration = duration == null ? null : Check.duration("video duration", duration);
        userId = Check.optionalText("video user id", userId, 200);
        Check.range("video views", views, 0, Long.MAX_VALUE);
        Check.range("video likes", likes, 0, Long.MAX_VALUE);
        Check.present("video status", status);
    }

    /** A draft of which nothing is known yet. */
    public static NewVideo draft() {
        return new NewVideo(
                VideoId.next(), null, null, null, null, null, null, null, null, null, 0, 0, VideoStatus.DRAFT);
    }

    /** A draft of what another system calls so. */
    public static NewVideo ofExternalId(String externalId) {
        return draft().externalId(externalId);
    }

    /** A draft of a source file. */
    public static NewVideo ofSource(SourceHash hash) {
        return draft().sourceHash(hash);
    }

    /** The same with this identity. */
    public NewVideo id(VideoId value) {
        return new NewVideo(
                value,
                externalId,
                sourceHash,
                channel,
                title,
                description,
                url,
                thumbnailUrl,
                duration,
                userId,
                views,
                likes,
                status);
    }

    /** The same with this name in another system. */
    public NewVideo externalId(@Nullable String value) {
        return new NewVideo(
                id,
                value,
                sourceHash,
                channel,
                title,
                description,
                url,
                thumbnailUrl,
                duration,
                userId,
                views,
                likes,
                status);
    }

    /** The same from this source file. */
    public NewVideo sourceHash(@Nullable SourceHash value) {
        return new NewVideo(
                id,
                externalId,
                value,
                channel,
                title,
                description,
                url,
                thumbnailUrl,
                duration,
                userId,
                views,
                likes,
                status);
    }

    /** The same in this channel. */
    public NewVideo channel(@Nullable ChannelId value) {
        return new NewVideo(
                id,
                externalId,
                sourceHash,
                value,
                title,
                description,
                url,
                thumbnailUrl,
                duration,
                userId,
                views,
                likes,
                status);
    }

    /** The same with this title. */
    public NewVideo title(@Nullable String value) {
        return new NewVideo(
                id,
                externalId,
                sourceHash,
                channel,
                value,
                description,
                url,
                thumbnailUrl,
                duration,
                userId,
                views,
                likes,
                status);
    }

    /** The same with this description. */
    public NewVideo description(@Nullable String value) {
        return new NewVideo(
                id,
                externalId,
                sourceHash,
                channel,
                title,
                value,
                url,
                thumbnailUrl,
                duration,
                userId,
                views,
                likes,
                status);
    }

    /** The same at this address. */
    public NewVideo url(@Nullable String value) {
        return new NewVideo(
                id,
                externalId,
                sourceHash,
                channel,
                title,
                description,
                value,
                thumbnailUrl,
                duration,
                userId,
                views,
                likes,
                status);
    }

    /** The same with a thumbnail at this address. */
    public NewVideo thumbnailUrl(@Nullable String value) {
        return new NewVideo(
                id,
                externalId,
                sourceHash,
                channel,
                title,
                description,
                url,
                value,
                duration,
                userId,
                views,
                likes,
                status);
    }

    /** The same with this running time. */
    public NewVideo duration(@Nullable Duration value) {
        return new NewVideo(
                id,
                externalId,
                sourceHash,
                channel,
                title,
                description,
                url,
                thumbnailUrl,
                value,
                userId,
                views,
                likes,
                status);
    }

    /** The same of this user. */
    public NewVideo userId(@Nullable String value) {
        return new NewVideo(
                id,
                externalId,
                sourceHash,
                channel,
                title,
                description,
                url,
                thumbnailUrl,
                duration,
                value,
                views,
                likes,
                status);
    }

    /** The same with this many views. */
    public NewVideo views(long value) {
        return new NewVideo(
                id,
                externalId,
                sourceHash,
                channel,
                title,
                description,
                url,
                thumbnailUrl,
                duration,
                userId,
                value,
                likes,
                status);
    }

    /** The same with this many likes. */
    public NewVideo likes(long value) {
        return new NewVideo(
                id,
                externalId,
                sourceHash,
                channel,
                title,
                description,
                url,
                thumbnailUrl,
                duration,
                userId,
                views,
                value,
                status);
    }

    /** The same in this status. */
    public NewVideo status(VideoStatus value) {
        return new NewVideo(
                id,
                externalId,
                sourceHash,
                channel,
                title,
                description,
                url,
                thumbnailUrl,
                duration,
                userId,
                views,
                likes,
                value);
    }

    /** The rule of external ids, for look-ups too. */
    public static String checkExternalId(String externalId) {
        return Check.text("video external id", externalId, 200);
    }
}
