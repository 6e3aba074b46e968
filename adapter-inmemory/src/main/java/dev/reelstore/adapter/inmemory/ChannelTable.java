package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.channel.Channel;
import dev.reelstore.domain.channel.ChannelId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * All channels with their indexes.
 *
 * @param byId every channel
 * @param byExternalId every channel
 */
record ChannelTable(Tree<Channel> byId, Tree<Channel> byExternalId) {

    static final ChannelTable EMPTY = new ChannelTable(
            Tree.sortedBy(Comparator.comparing(Channel::id)), Tree.sortedBy(Comparator.comparing(Channel::externalId)));

    @Nullable
    Channel find(ChannelId id) {
        return byId.find(channel -> channel.id().compareTo(id));
    }

    @Nullable
    Channel findByExternalId(String externalId) {
        return byExternalId.find(channel -> channel.externalId().compareTo(externalId));
    }

    ChannelTable with(Channel channel) {
        ChannelTable others = without(channel.id());
        return new ChannelTable(others.byId.with(channel), others.byExternalId.with(channel));
    }

    /** Its name may be another's by now. */
    ChannelTable without(ChannelId id) {
        Channel old = find(id);
        if (old == null) {
            return this;
        }
        Channel named = findByExternalId(old.externalId());
        boolean own = named != null && named.id().equals(id);
        return new ChannelTable(byId.without(old), own ? byExternalId.without(old) : byExternalId);
    }
}
