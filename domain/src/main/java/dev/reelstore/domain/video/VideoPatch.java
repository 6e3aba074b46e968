package dev.reelstore.domain.video;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a video: a value that is not null is set, a field that is named is cleared, and all else is kept.
 * Made from {@link #NOTHING} with withers.
 *
 * @param channel to which it belongs from now on
 * @param title or null
 * @param description or null
 * @param url or null
 * @param thumbnailUrl or null
 * @param duration its running time, or null
 * @param userId whose it is, or null
 * @param views how often it was watched, or null
 * @param likes how often it was liked, or null
 * @param status or null
 * @param cleared what is unknown from now on
 */
public record VideoPatch(
        @Nullable ChannelId channel,
        @Nullable String title,
        @Nullable String description,
        @Nullable String url,
        @Nullable String thumbnailUrl,
        @Nullable Duration duration,
        @Nullable String userId,
        @Nullable Long views,
        @Nullable Long likes,
        @Nullable VideoStatus status,
        Set<VideoField> cleared) {

    private static final VideoId ANY = new VideoId(new UUID(0, 0));

    /** Changes nothing. */
    public static final VideoPatch NOTHING =
            new VideoPatch(null, null, null, null, null, null, null, null, null, null, Set.of());

    /** @throws InvalidDataException when a value breaks its rule, or a field is both set and cleared */
    public VideoPatch {
        // The rules of its values are those of a new video.
        NewVideo checked = new NewVideo(
                ANY,
                null,
                null,
                channel,
                title,
                description,
                url,
                thumbnailUrl,
                duration,
                userId,
                views == null ? 0 : views,
                likes == null ? 0 : likes,
                status == null ? VideoStatus.DRAFT : status);
        duration = checked.duration();
        cleared = Check.cleared(
                "cleared video fields", cleared, channel, title, description, url, thumbnailUrl, duration, userId);
    }

    /** The same, put into this channel, which must be there. */
    public VideoPatch channel(ChannelId value) {
        Check.present("video channel", value);
        return new VideoPatch(
                value, title, description, url, thumbnailUrl, duration, userId, views, likes, status, cleared);
    }

    /** The same, titled so, at most 1,000 characters. */
    public VideoPatch title(String value) {
        Check.present("video title", value);
        return new VideoPatch(
                channel, value, description, url, thumbnailUrl, duration, userId, views, likes, status, cleared);
    }

    /** The same, described so, at most 100,000 characters. */
    public VideoPatch description(String value) {
        Check.present("video description", value);
        return new VideoPatch(
                channel, title, value, url, thumbnailUrl, duration, userId, views, likes, status, cleared);
    }

    /** The same, lying at this address, at most 4,000 characters. */
    public VideoPatch url(String value) {
        Check.present("video url", value);
        return new VideoPatch(
                channel, title, description, value, thumbnailUrl, duration, userId, views, likes, status, cleared);
    }

    /** The same, with a thumbnail at this address, at most 4,000 characters. */
    public VideoPatch thumbnailUrl(String value) {
        Check.present("video thumbnail url", value);
        return new VideoPatch(channel, title, description, url, value, duration, userId, views, likes, status, cleared);
    }

    /** The same, of this running time. */
    public VideoPatch duration(Duration value) {
        Check.present("video duration", value);
        return new VideoPatch(
                channel, title, description, url, thumbnailUrl, value, userId, views, likes, status, cleared);
    }

    /** The same, of this user, at most 200 characters. */
    public VideoPatch userId(String value) {
        Check.present("video user id", value);
        return new VideoPatch(
                channel, title, description, url, thumbnailUrl, duration, value, views, likes, status, cleared);
    }

    /** The same, watched so often. */
    public VideoPatch views(long value) {
        return new VideoPatch(
                channel, title, description, url, thumbnailUrl, duration, userId, value, likes, status, cleared);
    }

    /** The same, liked so often. */
    public VideoPatch likes(long value) {
        return new VideoPatch(
                channel, title, description, url, thumbnailUrl, duration, userId, views, value, status, cleared);
    }

    /** The same, in this status. */
    public VideoPatch status(VideoStatus value) {
        Check.present("video status", value);
        return new VideoPatch(
                channel, title, description, url, thumbnailUrl, duration, userId, views, likes, value, cleared);
    }

    /**
     * The same, with these unknown.
     *
     * @throws InvalidDataException when one of them is set, too
     */
    public VideoPatch clear(VideoField... fields) {
        Set<VideoField> all = new HashSet<>(cleared);
        all.addAll(Check.all("cleared fields", Arrays.asList(fields)));
        return new VideoPatch(
                channel, title, description, url, thumbnailUrl, duration, userId, views, likes, status, all);
    }

    /** Whether it changes nothing. */
    public boolean isEmpty() {
        return equals(NOTHING);
    }
}
