package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.channel.Channel;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.channel.ChannelRegistration;
import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How channels come, change and go, and what holds them. */
final class ChannelChanges {

    private ChannelChanges() {}

    static ChannelRegistration register(Overlay overlay, NewChannel channel) {
        Channel known = overlay.view().channels().findByExternalId(channel.externalId());
        if (known != null) {
            return new ChannelRegistration(known, false);
        }
        overlay.lock(LockKey.channelExternalId(channel.externalId()));
        Channel there = overlay.view().channels().findByExternalId(channel.externalId());
        if (there != null) {
            return new ChannelRegistration(there, false);
        }
        overlay.lock(LockKey.channel(channel.id()));
        Channel other = overlay.channel(channel.id());
        if (other != null) {
            throw new StoreConflictException(
                    "channel id " + channel.id() + " belongs to another channel, with external id '"
                            + other.externalId() + "': take a new id",
                    Repeat.USELESS,
                    null);
        }
        Instant now = overlay.now();
        Channel created = new Channel(channel.id(), channel.externalId(), channel.name(), now, now);
        overlay.put(new Row.ChannelRow(created));
        return new ChannelRegistration(created, true);
    }

    static boolean rename(Overlay overlay, ChannelId id, String name) {
        overlay.lock(LockKey.channel(id));
        Channel old = overlay.channel(id);
        if (old == null) {
            return false;
        }
        overlay.put(new Row.ChannelRow(new Channel(id, old.externalId(), name, old.createdAt(), overlay.now())));
        return true;
    }

    static boolean delete(Overlay overlay, ChannelId id) {
        Channel seen = overlay.channel(id);
        if (seen == null) {
            return false;
        }
        overlay.lock(LockKey.channelExternalId(seen.externalId()));
        overlay.lock(LockKey.standing(id));
        overlay.lock(LockKey.channel(id));
        if (overlay.channel(id) == null) {
            return false;
        }
        for (VideoId video : videosOf(overlay, id)) {
            overlay.lock(LockKey.video(video));
            Video old = overlay.video(video);
            if (old != null && id.equals(old.channel())) {
                overlay.put(new Row.VideoRow(VideoChanges.withoutChannel(old)));
            }
        }
        overlay.put(new Row.ChannelGone(id));
        return true;
    }

    /** Keeps the channel that a video is to refer to from being deleted; null needs none. */
    static void hold(Overlay overlay, @Nullable ChannelId id) {
        if (id != null) {
            overlay.share(LockKey.standing(id));
        }
    }

    /** Refuses a video in a channel that is held and not there. */
    static void refuseMissing(Overlay overlay, @Nullable ChannelId id) {
        if (id != null && overlay.channel(id) == null) {
            throw new RecordNotFoundException("there is no channel " + id + ": register it first", null);
        }
    }

    private static List<VideoId> videosOf(Overlay overlay, ChannelId id) {
        List<VideoId> videos = new ArrayList<>();
        for (Video video : overlay.view().videos().from(id)) {
            if (!id.equals(video.channel())) {
                break;
            }
            videos.add(video.id());
        }
        return videos.stream().sorted().toList();
    }
}
