package dev.reelstore.domain.video;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.value.Check;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which videos: all conditions must hold, and one that is absent always does.
 *
 * @param statuses any of these; empty for all
 * @param channel in this channel, or null
 * @param createdFrom created then or later, or null
 * @param createdBefore created before then, or null
 */
public record VideoFilter(
        Set<VideoStatus> statuses,
        @Nullable ChannelId channel,
        @Nullable Instant createdFrom,
        @Nullable Instant createdBefore) {

    private static final VideoFilter ALL = new VideoFilter(Set.of(), null, null, null);

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public VideoFilter {
        statuses = Collections.unmodifiableSet(new TreeSet<>(Check.all("statuses", statuses)));
        createdFrom = Check.optionalInstant("createdFrom", createdFrom);
        createdBefore = Check.optionalInstant("createdBefore", createdBefore);
    }

    /** Every video. */
    public static VideoFilter all() {
        return ALL;
    }

    /** The same, in one of these statuses; none for all. */
    public VideoFilter status(VideoStatus... any) {
        return new VideoFilter(
                new TreeSet<>(Check.all("statuses", Arrays.asList(any))), channel, createdFrom, createdBefore);
    }

    /** The same, in this channel. */
    public VideoFilter channel(@Nullable ChannelId value) {
        return new VideoFilter(statuses, value, createdFrom, createdBefore);
    }

    /** The same, created then or later. */
    public VideoFilter createdFrom(@Nullable Instant value) {
        return new VideoFilter(statuses, channel, value, createdBefore);
    }

    /** The same, created before then. */
    public VideoFilter createdBefore(@Nullable Instant value) {
        return new VideoFilter(statuses, channel, createdFrom, value);
    }
}
